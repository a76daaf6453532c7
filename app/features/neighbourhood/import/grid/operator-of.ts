import { ImportError } from "../import-error.ts";

/**
 * Network operators by how they call themselves in their files, also where they have another name now. A code (EAN) of a
 * network is not used: one of them stands for gas of several operators.
 */
const operators = ["Stedin", "Enduris", "Liander", "Enexis", "Coteq", "Rendo", "Westland Infra"] as const;

/**
 * The operator of a file: as given, else as its rows name it, else as the file is called.
 * @param named what the rows say of operator and network area
 * @throws ImportError when that is nobody, or more than one
 */
export function operatorOf(given: string | undefined, named: readonly string[], file: string): string {
  if (given) return given;
  const inRows = found(named.join("\n"));
  const all = inRows.length > 0 ? inRows : found(file);
  if (all.length === 1) return all[0]!;
  throw new ImportError(
    all.length === 0 ? `${file}: neither its rows nor its name say which network operator it is of; give it with --operator` : `${file}: is of ${all.join(" and ")}; say of which with --operator`,
  );
}

function found(text: string): string[] {
  return operators.filter((operator) => text.toLowerCase().includes(operator.toLowerCase()));
}

/** The first edition that is known of is of 2009. */
const FIRST_YEAR = 2009;

/**
 * The edition of a file, which holds on the first of January of it: as given, else the one year in its name.
 * @throws ImportError when that is no year, or more than one
 */
export function yearOf(given: number | undefined, file: string, now = new Date()): number {
  const inName = [...new Set([...file.matchAll(/(?<!\d)(?:[0-3]\d[01]\d)?(20\d\d)(?!\d)/g)].map(([, year]) => Number(year)))];
  const year = given ?? (inName.length === 1 ? inName[0] : undefined);
  if (year === undefined) throw new ImportError(`${file}: ${inName.length === 0 ? "its name has no year" : `its name has the years ${inName.join(" and ")}`}; give the year of the edition with --year`);
  if (year < FIRST_YEAR || year > now.getFullYear() + 1) throw new ImportError(`${file}: ${year} is not a year of which there can be an edition`);
  return year;
}
