// What the package says of its elements, from web/tags.ts and web/events.ts: the custom elements manifest
// (https://github.com/webcomponents/custom-elements-manifest, schema 1.0.0) and docs/elements.md, made of it.
//   node scripts/elements.mjs     writes docs/elements.md
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { format, resolveConfig } from 'prettier';
import { isMain, root } from './command.mjs';

export const reference = 'docs/elements.md';

export function manifest() {
  const files = ['tags', 'events'].map((name) => join(root, `web/${name}.ts`));
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const [tags, events] = files.map((file) => program.getSourceFile(file));

  const text = (symbol) =>
    ts.displayPartsToString(symbol.getDocumentationComment(checker)).replace(/\s+/g, ' ').trim();
  const typeOf = (symbol) =>
    checker.typeToString(
      checker.getTypeOfSymbol(symbol),
      undefined,
      ts.TypeFormatFlags.NoTruncation,
    );
  const ours = (symbol) => symbol.declarations?.[0]?.getSourceFile() === tags;
  const interfaceOf = (source, name) =>
    source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
  const membersOf = (node) =>
    checker
      .getPropertiesOfType(checker.getTypeAtLocation(node))
      .filter((symbol) => symbol.declarations?.[0]?.getSourceFile() === node.getSourceFile());

  const told = membersOf(interfaceOf(events, 'StoreEvents')).map((symbol) => ({
    name: symbol.name,
    type: { text: `CustomEvent<${typeOf(symbol)}>` },
    description: text(symbol),
  }));

  const declarations = elementMap(tags).map(([tagName, name]) => {
    const symbol = checker.getTypeAtLocation(interfaceOf(tags, name)).symbol;
    const marked = (tag) =>
      symbol
        .getJsDocTags(checker)
        .filter((each) => each.name === tag)
        .map((each) => {
          const [name, ...rest] = ts.displayPartsToString(each.text).split(' - ');
          return tag === 'slot'
            ? { name: '', description: [name, ...rest].join(' - ').replace(/^- /, '') }
            : { name, description: rest.join(' - ') };
        });
    const members = checker
      .getPropertiesOfType(checker.getTypeAtLocation(interfaceOf(tags, name)))
      .filter(ours)
      .map((member) => ({
        kind: 'field',
        name: member.name,
        type: { text: typeOf(member) },
        description: text(member),
        attribute: member.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        reflects: true,
      }));
    return {
      kind: 'class',
      customElement: true,
      name,
      tagName,
      description: text(symbol),
      attributes: members.map(({ name, attribute, type, description }) => ({
        name: attribute,
        fieldName: name,
        type,
        description,
      })),
      members,
      events: told,
      slots: marked('slot'),
      cssParts: marked('csspart'),
    };
  });
  const exports = declarations.map(({ name, tagName }) => ({
    kind: 'custom-element-definition',
    name: tagName,
    declaration: { name, module: 'dist/vitrine.js' },
  }));
  const module = { kind: 'javascript-module', path: 'dist/vitrine.js', declarations, exports };
  return { schemaVersion: '1.0.0', readme: 'README.md', modules: [module] };
}

/** The tags with the names of their interfaces, as `HTMLElementTagNameMap` has them. */
function elementMap(source) {
  const global = source.statements.find(ts.isModuleDeclaration);
  return global.body.statements[0].members.map(({ name, type }) => [name.text, type.getText()]);
}

export async function markdown({ modules: [{ declarations }] } = manifest()) {
  const cell = (value) => value.replaceAll('|', '\\|');
  const table = (head, rows) =>
    [head, head.map(() => '---'), ...rows]
      .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
      .join('\n');
  const common = new Set(
    declarations[0].attributes
      .map(({ name }) => name)
      .filter((name) =>
        declarations.every(({ attributes }) => attributes.some((a) => a.name === name)),
      ),
  );
  const row = ({ name, type, description }) => [`\`${name}\``, `\`${type.text}\``, description];
  const attributes = (list) => table(['attribute and property', 'type', ''], list.map(row));
  const parts = [
    '# Elements',
    'Made of `web/tags.ts` and `web/events.ts` by `node scripts/elements.mjs`; the same stands in `custom-elements.json`.',
    '## Every element',
    'Attributes are kebab-case, their properties camelCase; a change of one changes the other.',
    attributes(declarations[0].attributes.filter(({ name }) => common.has(name))),
    'Events bubble and are composed. Those with a `promise` are sent when something starts.',
    table(['event', 'detail', ''], declarations[0].events.map(row)),
  ];
  for (const { tagName, description, attributes: all, slots, cssParts } of declarations) {
    parts.push(`## \`<${tagName}>\``, description);
    const own = all.filter(({ name }) => !common.has(name));
    if (own.length > 0) parts.push(attributes(own));
    if (slots.length > 0) parts.push(`Children: ${slots[0].description}.`);
    if (cssParts.length > 0)
      parts.push(
        table(
          ['`::part()`', ''],
          cssParts.map(({ name, description }) => [`\`${name}\``, description]),
        ),
      );
  }
  const options = await resolveConfig(join(root, reference));
  return format(`${parts.join('\n\n')}\n`, { ...options, parser: 'markdown' });
}

if (isMain(import.meta.url)) writeFileSync(join(root, reference), await markdown());
