import { Get } from '@nestjs/common';
import { Public } from '#src/trust/access/index.js';
import type { Page } from '../rendering/page.js';
import { Pages } from '../rendering/pages.decorator.js';

@Pages()
export class HomeController {
  @Get()
  @Public()
  home(): Page {
    return { view: 'home.njk', title: 'home.title' };
  }
}
