import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Fixed secrets of the tests; the application refuses to start without any.
process.env.APP_SECRET ??= "a-secret-of-the-tests-that-is-long-enough-0123456789";
process.env.APP_URL ??= "http://localhost:3000";
process.env.APP_MODE ??= "test";
// A journal for every file: what it tells belongs to databases that are gone when the next file begins.
process.env.JOURNAL_FILE = join(mkdtempSync(join(tmpdir(), "buurhof-journal-")), "journal.txt");
