import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const folderOfPackage = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The licences of the libraries that browsers are sent, whole and in one file, `/assets/licences.txt`; the scripts themselves then carry no
 * such comments, which weigh in every page.
 */
export function licencesInOneFile(): Plugin {
  return {
    name: 'licences-in-one-file',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      const folders = new Set<string>();
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          for (const module of Object.keys(chunk.modules)) {
            const folder = folderOfPackage.exec(module.replace(/^\0/, ''))?.[0];
            if (folder) folders.add(folder);
          }
      const source = [...folders].sort().map(licenceOf).join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'assets/licences.txt', source });
    },
  };
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
  return [`${name} ${version} (${license})`, text].filter(Boolean).join('\n\n');
}
