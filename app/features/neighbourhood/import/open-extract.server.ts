import { open, mkdtemp, rm, type FileHandle } from "node:fs/promises";
import { createWriteStream, read } from "node:fs";
import { tmpdir } from "node:os";
import { join, basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import * as yauzl from "yauzl";
import { ImportError } from "./import-error.ts";

const STORED = 0;
const DEFLATED = 8;
const DEEPEST_NESTING = 4;
const CHUNK_BYTES = 64 * 1024;
/** Up to so much is unpacked ahead, on another thread, while what came before is read. */
const unpacking = { chunkSize: CHUNK_BYTES, readableHighWaterMark: 8 * CHUNK_BYTES };

/** Publishers' archives of ended, disputed and withdrawn records, and the table of places per municipality. */
const NOT_CURRENT = /(?:^|\/)(?:\d{4}(?:Inactief|InOnderzoek|NietBag)\d{8}|GEM-WPL-RELATIE-\d{8})\.zip$/i;
/** What macOS adds to archives; its `._name.xml` is not XML. */
const NOT_CONTENT = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/;

/** One file inside a (nested) zip. `path` reads like `outer.zip/inner.zip/file.xml`; `bytes` is its unpacked size. */
export type ExtractFile = {
  path: string;
  bytes: number;
  /** The unpacked content in chunks; throws ImportError when it is damaged (deflate, size or CRC-32). */
  read(): AsyncGenerator<Buffer>;
};

export type Extract = {
  /** The name of the outermost file. */
  name: string;
  files: ExtractFile[];
  /** Unpacked size of all files together. */
  bytes: number;
  close(): Promise<void>;
};

/** A zip that lies uncompressed inside another file is read in place, from `offset` on. */
class RangeReader extends yauzl.RandomAccessReader {
  constructor(
    private readonly source: FileHandle,
    private readonly offset: number,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  private async *range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end; ) {
      const wanted = Math.min(CHUNK_BYTES, end - position);
      const { bytesRead, buffer } = await this.source.read(Buffer.allocUnsafe(wanted), 0, wanted, this.offset + position);
      if (bytesRead === 0) throw new Error("the file ends too early");
      yield buffer.subarray(0, bytesRead);
      position += bytesRead;
    }
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    read(this.source.fd, buffer, offset, length, this.offset + position, (error, bytes) =>
      callback(error ?? (bytes < length ? new Error("the file ends too early") : null)),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }
}

type Opened = {
  wanted: RegExp;
  handles: FileHandle[];
  directory: string | null;
  files: ExtractFile[];
};

/**
 * Opens a BAG extract: a zip of zips of XML files, nested as the publisher pleases. Only directories are read here; the
 * content streams later. Nested zips that are stored are read in place, compressed ones are unpacked to a temporary
 * directory that `close` removes, so memory does not depend on the size of the file.
 * Archives without current records are left out by their published names; their records would be left out by content too.
 * @param wanted the names of the files that are wanted
 * @throws ImportError when the file is absent, not a zip, truncated, encrypted or nested too deep.
 */
export async function openExtract(file: string, wanted = /\.xml$/i): Promise<Extract> {
  const opened: Opened = { wanted, handles: [], directory: null, files: [] };
  const close = async () => {
    await Promise.all(opened.handles.map((handle) => handle.close()));
    if (opened.directory) await rm(opened.directory, { recursive: true, force: true });
  };
  try {
    const handle = await openHandle(file);
    opened.handles.push(handle);
    await listZip(opened, handle, 0, (await handle.stat()).size, basename(file), 1);
  } catch (error) {
    await close();
    throw error;
  }
  return { name: basename(file), files: opened.files, bytes: opened.files.reduce((sum, each) => sum + each.bytes, 0), close };
}

async function openHandle(file: string): Promise<FileHandle> {
  try {
    return await open(file, "r");
  } catch (error) {
    throw new ImportError(`${file}: cannot be opened (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
}

async function listZip(opened: Opened, source: FileHandle, offset: number, size: number, path: string, depth: number) {
  if (depth > DEEPEST_NESTING) throw new ImportError(`${path}: zips are nested deeper than ${DEEPEST_NESTING} levels`);
  const zip = await asZipError(path, () =>
    yauzl.fromRandomAccessReaderPromise(new RangeReader(source, offset), size, { autoClose: false }),
  );
  const entries: yauzl.Entry[] = [];
  await asZipError(path, async () => {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  });
  for (const entry of entries) {
    const entryPath = `${path}/${entry.fileName}`;
    if (NOT_CONTENT.test(entry.fileName) || NOT_CURRENT.test(entry.fileName)) continue;
    const isZip = /\.zip$/i.test(entry.fileName);
    if (!isZip && !opened.wanted.test(entry.fileName)) continue;
    if (entry.isEncrypted() || (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)) {
      throw new ImportError(`${entryPath}: is encrypted or compressed in a way that cannot be read`);
    }
    if (!isZip) {
      opened.files.push({ path: entryPath, bytes: entry.uncompressedSize, read: () => unpack(zip, entry, entryPath) });
    } else if (entry.compressionMethod === STORED) {
      const { fileDataStart } = await asZipError(path, () => zip.readLocalFileHeaderPromise(entry, { minimal: true }));
      await listZip(opened, source, offset + fileDataStart, entry.uncompressedSize, entryPath, depth + 1);
    } else {
      const handle = await unpackToDisk(opened, unpack(zip, entry, entryPath));
      await listZip(opened, handle, 0, entry.uncompressedSize, entryPath, depth + 1);
    }
  }
}

async function unpackToDisk(opened: Opened, content: AsyncGenerator<Buffer>): Promise<FileHandle> {
  opened.directory ??= await mkdtemp(join(tmpdir(), "buurhof-import-"));
  const file = join(opened.directory, `${opened.handles.length}.zip`);
  await pipeline(content, createWriteStream(file));
  const handle = await open(file, "r");
  opened.handles.push(handle);
  return handle;
}

async function* unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string): AsyncGenerator<Buffer> {
  const raw = await asZipError(path, () => zip.openReadStreamPromise(entry, { decodeFileData: false }));
  const content =
    entry.compressionMethod === STORED ? raw : raw.pipe(createInflateRaw(unpacking));
  raw.on("error", (error) => content.destroy(error));
  let checksum = 0;
  let bytes = 0;
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) break;
      yield chunk;
    }
  } catch (error) {
    throw new ImportError(`${path}: is damaged (${(error as Error).message})`);
  } finally {
    raw.destroy();
  }
  if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) {
    throw new ImportError(`${path}: is damaged (its size or checksum is not what the zip says)`);
  }
}

async function asZipError<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`${path}: is not a complete zip file (${(error as Error).message.replace(/\.$/, "")})`);
  }
}
