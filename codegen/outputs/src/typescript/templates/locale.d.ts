{{ head }}
import type { Translation } from "../translate.js";

export const translation: Translation;
