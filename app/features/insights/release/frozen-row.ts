/** One answer of a household, as a cell of a table. */
export type Fact = {
  readonly table: string;
  readonly cell: string;
  /** Whether the household had another answer here at the last release: it then left one cell and came into another. */
  readonly changed: boolean;
};

/** A household that consented to be counted, as it was when the release was prepared. */
export type FrozenRow = {
  /** Id of the dwelling in the BAG; several households can live there. */
  readonly dwelling: string;
  readonly neighbourhood: string;
  readonly district: string;
  readonly facts: readonly Fact[];
};
