import inngestPlugin from "@inngest/eslint-plugin";
import nextVitals from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

const restrictedSyntax = [
  { selector: "TSEnumDeclaration", message: "Use a const object or a union." },
  {
    selector:
      ":matches(ExportNamedDeclaration VariableDeclarator[id.name='runtime'], ExportSpecifier[exported.name='runtime'])",
    message: "No runtime export: one build serves Node and the edge (README.md, Edge).",
  },
];

export default tseslint.config(
  {
    ignores: [
      ".next/",
      ".likeness/",
      ".open-next/",
      "coverage/",
      "next-env.d.ts",
      "test-results/",
      "playwright-report/",
    ],
  },
  ...nextVitals,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    plugins: { "@inngest": inngestPlugin },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...inngestPlugin.configs.recommended.rules,
      "max-params": ["error", 3],
      "max-lines": ["error", { max: 250 }],
      // What runs in production writes its lines by src/log/write-line.ts.
      "no-console": "error",
      "no-restricted-syntax": ["error", ...restrictedSyntax],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Import env from ~/env: it is parsed there, once." },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // React's handlers and form libraries are given async functions on purpose.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Index signatures are read by bracket, as TypeScript is set to ask.
      "@typescript-eslint/dot-notation": "off",
      "@typescript-eslint/only-throw-error": [
        "error",
        // An Error by inheritance that the rule cannot see through.
        { allow: [{ from: "package", name: "UploadThingError", package: "@uploadthing/shared" }] },
      ],
    },
  },
  {
    // What is rendered runs at the edge too, where a connection dies with the request that opened it.
    files: ["src/**", "kysely/*"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...restrictedSyntax,
        {
          selector:
            ":matches(CallExpression[callee.name=/^(httpDb|requestDb|sharedDb|connect|neon)$/], NewExpression[callee.name=/^(Pool|Client|Kysely)$/]):not(:function *)",
          message: "Open the database per request; a module-global connection dies at the edge.",
        },
      ],
    },
  },
  {
    // The places that are given the environment rather than the product's parsed one, and talk to a terminal.
    files: [
      "local/**",
      "bench/**",
      "e2e/**",
      "src/edge/build/**",
      "src/policy/seal.ts",
      "kysely/migrate.ts",
      "src/env.ts",
      "*.ts",
    ],
    rules: { "no-restricted-properties": "off", "no-console": "off" },
  },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**", "local/testing/**"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/unbound-method": "off",
      "max-params": "off",
      "react-hooks/rules-of-hooks": "off",
    },
  },
  {
    // Strokes and shapes are said in coordinates.
    files: ["local/photos/**", "local/together/scenes/**"],
    rules: { "max-params": ["error", 6] },
  },
  {
    // The tools' own files export what the tools ask for.
    files: ["**/*.{js,cjs,mjs}"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "import/no-anonymous-default-export": "off" },
  },
);
