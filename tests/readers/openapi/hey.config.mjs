// The settings of hey-api.
export default {
  input: "v31.yaml",
  output: "hey",
  plugins: ["@hey-api/client-fetch", "@hey-api/sdk", { name: "@hey-api/typescript", enums: "javascript" }],
};
