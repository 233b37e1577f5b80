// Builds hub/static from the Sass, scripts, fonts and icons that npm brought. Run: npm run build
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "..", "node_modules");
const out = join(here, "..", "hub", "static");

const packages = {
  findFileUrl: (url) =>
    url.startsWith("pkg:govuk-frontend/")
      ? pathToFileURL(join(modules, "govuk-frontend/dist/govuk", url.slice("pkg:govuk-frontend/".length)))
      : null,
};

function styles() {
  const { css } = sass.compile(join(here, "sass", "hub.scss"), {
    style: "compressed",
    importers: [packages],
    quietDeps: true,
  });
  writeFileSync(join(out, "css", "hub.css"), `${css}\n`);
  return css.length;
}

function copies(list, folder) {
  const sources = JSON.parse(readFileSync(join(here, list), "utf8"));
  for (const [name, path] of Object.entries(sources)) cpSync(join(modules, path), join(out, folder, name));
}

function icons() {
  const names = JSON.parse(readFileSync(join(here, "icons.json"), "utf8"));
  for (const name of names) {
    const svg = readFileSync(join(modules, "lucide-static/icons", `${name}.svg`), "utf8");
    const paths = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    const drawing = paths.replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>");
    writeFileSync(
      join(out, "icons", `${name}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" ` +
        `stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${drawing}</svg>\n`,
    );
  }
  return names.length;
}

for (const folder of ["css", "js", "fonts", "icons", "img"]) mkdirSync(join(out, folder), { recursive: true });
console.log(`styles: ${Math.round(styles() / 1024)} KB`);
copies("fonts.json", "fonts");
copies("licences.json", "");
console.log(`icons: ${icons()}`);
cpSync(join(here, "js"), join(out, "js"), { recursive: true });
cpSync(join(here, "img"), join(out, "img"), { recursive: true });
