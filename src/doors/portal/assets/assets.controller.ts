import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { notFound } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { assetFile } from './asset-files.js';

@ApiExcludeController()
@Controller('pages/assets')
export class AssetsController {
  @Get(':file')
  @Public()
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  getAsset(@Param('file') name: string): StreamableFile {
    const file = assetFile(name);
    if (!file) throw notFound('FILE_NOT_FOUND', 'file');
    return new StreamableFile(file.stream, { type: file.type });
  }
}
