import { Controller, Get, Header, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '#src/trust/access/index.js';
import { openApiJson, openApiYaml } from './openapi-file.js';
import { PAGE_POLICY, pageHtml, pageScript } from './page.js';
import { fileNotFound } from './reference.errors.js';
import { swaggerUiFile, swaggerUiVersion } from './swagger-ui.js';

const BASE = '/api/v1/docs';

@ApiTags('Reference')
@Controller()
export class ReferenceController {
  /** Reads this document as JSON. */
  @Get('openapi.json')
  @Public()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @ApiOkResponse({
    description: 'The OpenAPI document',
    content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
  })
  getOpenApiDocument(): Promise<string> {
    return openApiJson();
  }

  /** Reads this document as YAML. */
  @Get('openapi.yaml')
  @Public()
  @Header('Content-Type', 'application/yaml; charset=utf-8')
  @ApiOkResponse({
    description: 'The OpenAPI document',
    content: { 'application/yaml': { schema: { type: 'string' } } },
  })
  getOpenApiYaml(): Promise<string> {
    return openApiYaml();
  }

  @Get('docs')
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', PAGE_POLICY)
  @ApiExcludeEndpoint()
  getReference(): string {
    return pageHtml(BASE, swaggerUiVersion());
  }

  @Get('docs/reference.js')
  @Public()
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @ApiExcludeEndpoint()
  getReferenceScript(): string {
    return pageScript(BASE);
  }

  @Get('docs/:version/:file')
  @Public()
  @ApiExcludeEndpoint()
  getReferenceFile(
    @Param('version') version: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) response: Response,
  ): StreamableFile {
    const asset = swaggerUiFile(version, file);
    if (!asset) throw fileNotFound();
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    return new StreamableFile(asset.stream, { type: asset.type });
  }
}
