import { crc32 } from 'node:zlib';

export type ZipEntry = { readonly name: string; readonly body: Uint8Array };

/** Files in one archive (ZIP, stored as they are: PDF is compressed already). At most 65,535 files and 4 GiB. */
export function writeZip(entries: readonly ZipEntry[], at: Date): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const fields = fieldsOf(entry, name, at);
    const head = Buffer.concat([uint32(0x04034b50), fields, name]);
    directory.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(20), // made by version 2.0
        fields,
        Buffer.alloc(10), // no comment, first disk, plain file
        uint32(offset),
        name,
      ]),
    );
    parts.push(head, Buffer.from(entry.body));
    offset += head.length + entry.body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    uint32(0x06054b50),
    Buffer.alloc(4),
    uint16(entries.length),
    uint16(entries.length),
    uint32(central.length),
    uint32(offset),
    uint16(0),
  ]);
  return new Uint8Array(Buffer.concat([...parts, central, end]));
}

/** What the local header and the directory say alike: version, UTF-8 names, time, checksum, sizes, length of the name. */
function fieldsOf({ body }: ZipEntry, name: Buffer, at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  return Buffer.concat([
    uint16(20),
    uint16(0x0800),
    uint16(0),
    uint16(time),
    uint16(day),
    uint32(crc32(body)),
    uint32(body.length),
    uint32(body.length),
    uint16(name.length),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
