import type { Words } from "./nl.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: Words;
    returnNull: false;
  }
}
