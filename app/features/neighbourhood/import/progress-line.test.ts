import { expect, test } from "vitest";
import { describe as describeProgress, progressLine } from "./progress-line.ts";

test("tells records, speed and the time that is left", () => {
  expect(describeProgress({ records: 12_345, bytes: 25e6, totalBytes: 100e6 }, 2)).toBe("12,345 records, 25.0 of 100.0 MB at 12.5 MB/s, 25 %, 0:06 left");
  expect(describeProgress({ records: 1, bytes: 1e6, totalBytes: 1e9 }, 1)).toBe("1 records, 1.0 of 1000.0 MB at 1.0 MB/s, 0 %, 16:39 left");
  expect(describeProgress({ records: 3, bytes: 4e6, totalBytes: 4e6 }, 1)).toBe("3 records, 4.0 of 4.0 MB at 4.0 MB/s, read; now merging");
});

test("writes whole lines where nobody looks at a terminal, and always the last one", () => {
  const written: string[] = [];
  const line = progressLine({ isTTY: false, write: (text: string | Uint8Array) => written.push(String(text)) > 0 });
  for (let bytes = 1; bytes <= 5; bytes++) line.progress({ records: bytes, bytes, totalBytes: 5 });
  line.end();
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^5 records, .*read; now merging\n$/);
});
