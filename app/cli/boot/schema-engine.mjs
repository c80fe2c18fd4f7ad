#!/usr/bin/env node
// What Prisma's command line starts in place of its native schema engine; it must be a plain executable file.
import 'tsx/esm';

await import('./schema-engine.ts');
