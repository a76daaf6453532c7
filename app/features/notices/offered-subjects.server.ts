import { noticeSubjects } from "../../../db/schema/choices.ts";
import { factsOf } from "../notifications/notice-kinds.ts";
import { toldKinds } from "./sources.server.ts";

/** The subjects that can be chosen: those of which something is told that is not about oneself. */
export const offeredSubjects = noticeSubjects.filter((subject) => toldKinds.some((kind) => factsOf(kind).subject === subject && !factsOf(kind).direct));
