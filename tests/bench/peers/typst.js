// typst.js SOURCE OUT.pdf: Typst's compiler as npm has it, with the system's Noto faces.
let typst;
try {
    typst = require('@myriaddreamin/typst-ts-node-compiler');
} catch {
    process.exit(127); // absent, as sh says it
}
const [source, out] = process.argv.slice(2);
const compiler = typst.NodeCompiler.create({
    workspace: process.cwd(),
    fontArgs: [{ fontPaths: ['/usr/share/fonts/opentype/noto'] }],
});
require('fs').writeFileSync(out, compiler.pdf({ mainFilePath: source }));
