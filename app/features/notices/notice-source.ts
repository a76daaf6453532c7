import type { SQL, SQLWrapper } from "drizzle-orm";
import type { WorkerTx } from "../../../db/viewer.server.ts";

/** Something that happened, as the job finds it. */
export type Happening = {
  id: string;
  kind: string;
  neighbourhoodCode: string;
  subjectId: string;
  causeId: string | null;
  /** Null where time did it. */
  actorId: string | null;
  createdAt: Date;
};

/** The ids that a notice carries, as columns or parameters of a statement. */
export type About = { subjectId: SQLWrapper; causeId: SQLWrapper };

/**
 * What a feature says of one kind of notice. Everything else holds for all kinds and is not repeated: that it isn't told to who
 * did it, to people in a block with them, to who left or lives elsewhere, to "nu niet", and to who can't see it.
 */
export type NoticeSource = {
  /** The residents who may have to be told, by their ids; others fall off later. */
  recipients: (tx: WorkerTx, happening: Happening) => Promise<string[]>;
  /**
   * A condition that holds while there is something to say to the viewer of the transaction: it reads the subject and the cause
   * under that viewer's policies, and leaves out what was withdrawn or hidden, which its own household still sees.
   */
  visible: (about: About) => SQL;
  /** A scalar subquery: what a line about it calls the subject, in the words of who wrote it. */
  title: (about: About) => SQL;
  /** The title is no text but the kind of a measure, which the catalogue has words for. */
  titleIsKind?: true;
};

/** The sources of some kinds. */
export type NoticeSources<Kind extends string> = Record<Kind, NoticeSource>;
