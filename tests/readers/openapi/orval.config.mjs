// The settings of orval.
export default {
  errors: {
    input: { target: "./v31.yaml" },
    output: { target: "./orval/client.ts", client: "fetch", mode: "single" },
  },
};
