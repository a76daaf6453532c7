import { type SignUpState, signUpStates } from "../../../../db/schema/purchase-choices.ts";

/** Which part of the board is asked for: all columns, or a page of one. What makes no sense is the whole board, or its first page. */
export function boardQuery(query: URLSearchParams): { state: SignUpState | null; page: number } {
  const state = signUpStates.find((each) => each === query.get("stap")) ?? null;
  const page = query.get("pagina") ?? "";
  return { state, page: /^[1-9]\d{0,2}$/.test(page) ? Number(page) : 1 };
}
