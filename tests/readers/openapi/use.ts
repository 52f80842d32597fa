// What the types of the clients allow. Compiling it is the test.
import type { components } from "./types.ts";
import { PhalaCloudErrorCode } from "./types.ts";
import type { PhalaCloudError as OfHey } from "./hey/index.ts";
import type { PhalaCloudError as OfOrval } from "./orval/client.ts";

type Error = components["schemas"]["PhalaCloudError"];

// A code of a later version is a value of the type, and so is each constant.
export const later: [Error, OfHey, OfOrval] = [
  { error_code: "ERR-99-999", message: "" },
  { error_code: "ERR-99-999", message: "" },
  { error_code: "ERR-99-999", message: "" },
];
export const known: Error = { error_code: PhalaCloudErrorCode.CvmNotFound, message: "" };
