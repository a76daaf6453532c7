import type { BulkTx } from "../../../../../db/copy.server.ts";
import { CopyBatch } from "../copy-batch.ts";
import { copyLine } from "../copy-lines.ts";
import type { Label, LabelSubject } from "./read-label.ts";
import type { LabelSink } from "./read-labels.server.ts";
import { RegisterFilter } from "./register-filter.ts";

const KEYS_PER_FETCH = 5_000;

const staged = {
  line: "bigint",
  dwelling_id: "text",
  postcode: "text",
  house_number: "int",
  suffix: "text",
  recorded_on: "date",
  registered_on: "date",
  valid_until: "date",
  energy_class: "text",
  method: "text",
  kwh_per_m2_year: "double precision",
  mj_per_year: "double precision",
  area_m2: "double precision",
  building_type: "text",
} as const;
const columns = Object.keys(staged);

/**
 * The labels of a file that may be of homes here, in temporary table `staged_label`, which ends with the transaction.
 * They are sent in batches while the next ones are read; nothing is kept here, so memory does not grow with the file.
 */
export class StagedLabels implements LabelSink {
  private filling = new CopyBatch();
  private readonly full: CopyBatch[] = [];
  /** Used again, because memory outside the heap is given back late. */
  private readonly empty: CopyBatch[] = [];
  private sending: Promise<void> = Promise.resolve();

  private constructor(
    private readonly tx: BulkTx,
    private readonly filter: RegisterFilter,
  ) {}

  static async open(tx: BulkTx): Promise<StagedLabels> {
    // Temporary tables may be large: joins by loops over them would take minutes.
    await tx.rows("select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true), set_config('cursor_tuple_fraction', '1', true)");
    await tx.rows(`create temp table staged_label (${Object.entries(staged).map(([name, type]) => `${name} ${type}`).join(", ")}) on commit drop`);
    return new StagedLabels(tx, await loadFilter(tx));
  }

  knows(subject: LabelSubject): boolean {
    return this.filter.mayHave("id" in subject ? subject.id : subject.postcode + subject.houseNumber);
  }

  add({ subject, ...label }: Label, line: number): void {
    const where = "id" in subject ? [subject.id, null, null, null] : [null, subject.postcode, subject.houseNumber, subject.suffix];
    const written = copyLine([
      line, ...where, label.recordedOn, label.registeredOn, label.validUntil, label.energyClass, label.method,
      label.kwhPerM2Year, label.mjPerYear, label.areaM2, label.buildingType,
    ]);
    if (this.filling.add(written)) return;
    this.full.push(this.filling);
    this.filling = this.empty.pop() ?? new CopyBatch();
    if (this.filling.add(written)) return;
    this.filling = new CopyBatch(Buffer.byteLength(written));
    this.filling.add(written);
  }

  /** Hands full batches to the database; waits only while earlier ones are still on their way. */
  async send(): Promise<void> {
    if (this.full.length === 0) return;
    await this.sending;
    const batches = this.full.splice(0);
    this.sending = this.copy(batches);
    // A failure is heard at the next send or at the end; until then it must not count as unheard.
    this.sending.catch(() => {});
  }

  /** Sends what is left and waits for all of it. */
  async finish(): Promise<void> {
    this.full.push(this.filling);
    await this.send();
    await this.sending;
    await this.tx.rows("analyze staged_label");
  }

  /** Waits until nothing is on its way any more, whether it arrived or not. */
  async settle(): Promise<void> {
    await this.sending.catch(() => {});
  }

  private async copy(batches: CopyBatch[]): Promise<void> {
    for (const batch of batches) {
      if (batch.lines.length > 0) await this.tx.copy("staged_label", columns, batch.lines);
      batch.clear();
      this.empty.push(batch);
    }
  }
}

/** Every identification and every postcode with its number; ended ones too, so that they can be counted as such. */
async function loadFilter(tx: BulkTx): Promise<RegisterFilter> {
  const filter = new RegisterFilter();
  await tx.rows(
    `declare register_key no scroll cursor for select id as key from dwelling
     union all select replace(postcode, ' ', '') || house_number from address where postcode is not null and ended_on is null`,
  );
  for (;;) {
    const keys = await tx.rows<{ key: string }>(`fetch ${KEYS_PER_FETCH} from register_key`);
    if (keys.length === 0) break;
    for (const { key } of keys) filter.add(key);
  }
  await tx.rows("close register_key");
  return filter;
}
