/** Everything comes from this server, nothing is asked of another, and nothing inline runs. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `base` is the path of the page, `version` that of Swagger UI: it is in the path so that a browser may keep the files. */
export function pageHtml(base: string, version: string): string {
  const file = (name: string) => `${base}/${version}/${name}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Hearth: API reference</title>
    <link rel="icon" type="image/png" href="${file('favicon-32x32.png')}" />
    <link rel="stylesheet" href="${file('swagger-ui.css')}" />
  </head>
  <body>
    <main id="reference"></main>
    <noscript>
      <p>This page needs JavaScript. The same in plain text: <a href="${base}/../openapi.yaml">openapi.yaml</a>.</p>
    </noscript>
    <script src="${file('swagger-ui-bundle.js')}" defer></script>
    <script src="${base}/reference.js" defer></script>
  </body>
</html>
`;
}

/** `validatorUrl: null`: else the page would send the document's address to a validator elsewhere. */
export function pageScript(base: string): string {
  return `SwaggerUIBundle({
  url: '${base}/../openapi.json',
  dom_id: '#reference',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  validatorUrl: null,
  queryConfigEnabled: false,
  persistAuthorization: false,
  displayOperationId: true,
  docExpansion: 'none',
  filter: true,
});
`;
}
