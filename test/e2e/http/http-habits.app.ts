import {
  Body,
  type CallHandler,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Injectable,
  Module,
  type NestInterceptor,
  Patch,
  Post,
  Query,
  Res,
  UseInterceptors,
} from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Type } from 'class-transformer';
import { IsArray, IsISO8601, IsOptional, ValidateNested } from 'class-validator';
import type { Request, Response } from 'express';
import { map } from 'rxjs';
import {
  assertFresh,
  CommonModule,
  configureHttp,
  DomainError,
  type HttpConfig,
  IdempotencyKey,
  IfMatch,
  type Keyset,
  type ListOrder,
  ListQuery,
  notFound,
  type Page,
  PagedResponse,
  Pager,
  SECRET_KEY,
  setCaller,
  SortBy,
  StorableText,
  Tagged,
  UuidParam,
  WantsTotal,
  withRevision,
} from '#src/foundation/common/index.js';
import { ObservabilityModule, observeHttp, StructuredLogger } from '#src/foundation/observability/index.js';

export const NOTES = ['a', 'b', 'c', 'd', 'e'].map((title, i) => ({
  id: `0000000${i}-0000-4000-8000-000000000000`,
  title,
}));

/** One of them. */
export const NOTE_ID = '00000000-0000-4000-8000-000000000000';

/** A request that stands still between two promises. */
export const SLOW = { ...barrier('begin', 'begun'), ...barrier('finish', 'finished') };

function barrier<A extends string, B extends string>(open: A, opened: B) {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { [open]: () => resolve(), [opened]: promise } as Record<A, () => void> & Record<B, Promise<void>>;
}

const ORDER: ListOrder = {
  keys: { title: { sql: 'title', type: 'text' }, id: { sql: 'id', type: 'uuid' } },
  unique: 'id',
  default: 'title',
};

class NoteDto {
  id: string;
  title: string;
}

class PlainQuery extends ListQuery {}

class NotesQuery extends ListQuery {
  @SortBy(ORDER)
  sort?: string;

  @IsOptional()
  @StorableText({ max: 20 })
  title?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  'madeAt[gte]'?: string;
}

class PartDto {
  @StorableText({ max: 20 })
  heading: string;
}

class NoteBody {
  @StorableText({ max: 3_000_000 })
  title: string;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PartDto)
  parts?: PartDto[];
}

/** What the SQL of a keyset would give, over the five notes in memory. */
function read(keyset: Keyset): (NoteDto & { cursor_0: string; cursor_1: string })[] {
  const descending = keyset.order.startsWith('title desc');
  const ordered = descending ? NOTES.toReversed() : NOTES;
  const [title] = keyset.values.length > 1 ? keyset.values : [];
  const start = title === undefined ? 0 : ordered.findIndex((note) => note.title === title) + 1;
  const rows = ordered.slice(start, start + Number(keyset.values.at(-1)));
  return rows.map((note) => ({ ...note, cursor_0: note.title, cursor_1: note.id }));
}

/** Has the last word on what is answered. */
@Injectable()
class OutsideInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler<NoteDto>) {
    return next.handle().pipe(map((note) => ({ ...note, title: `${note.title}, seen from outside` })));
  }
}

@Controller('notes')
class NotesController {
  constructor(private readonly pager: Pager) {}

  @Get()
  @PagedResponse(NoteDto)
  list(@Query() query: NotesQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<NoteDto>> {
    return this.page('notes', query, wantsTotal);
  }

  @Get('plain')
  @PagedResponse(NoteDto)
  plain(@Query() query: PlainQuery): Promise<Page<NoteDto>> {
    return this.page('plain', query, false);
  }

  @Get('broken')
  broken(): never {
    throw new Error('Maria said');
  }

  @Get('half-told')
  halfTold(@Res({ passthrough: true }) response: Response): never {
    response.set({ ETag: '"1"', 'Last-Modified': new Date(0).toUTCString() });
    throw notFound('NOTE_NOT_FOUND', 'note');
  }

  @Get('half-sent')
  halfSent(@Res({ passthrough: true }) response: Response): never {
    response.writeHead(200, { 'Content-Type': 'text/plain' });
    response.write('the first half');
    throw new Error('the second half is not there');
  }

  @Get('closed')
  closed(): void {}

  @Get('long')
  long(): string[] {
    return Array.from({ length: 500 }, () => 'the same words');
  }

  @Get('slow')
  async slow(): Promise<string> {
    SLOW.begin();
    await SLOW.finished;
    return 'at last';
  }

  @Get(':noteId')
  @Tagged()
  one(@UuidParam('noteId') id: string): NoteDto {
    const note = NOTES.find((candidate) => candidate.id === id);
    if (!note) throw notFound('NOTE_NOT_FOUND', 'note');
    return withRevision({ ...note }, '7');
  }

  @Post()
  create(@Body() body: NoteBody, @IdempotencyKey() key: string | undefined): { title: string; key?: string } {
    return { title: body.title, ...(key !== undefined && { key }) };
  }

  @Get(':noteId/outside')
  @Tagged()
  @UseInterceptors(OutsideInterceptor)
  outside(@UuidParam('noteId') id: string): NoteDto {
    return this.one(id);
  }

  @Get(':noteId/long')
  @Tagged()
  longOne(@UuidParam('noteId') id: string): NoteDto {
    return withRevision({ id, title: 'ein Wort für alle '.repeat(200) }, '7');
  }

  @Patch(':noteId')
  @Tagged()
  change(
    @UuidParam('noteId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() body: NoteBody,
  ): NoteDto {
    assertFresh(ifMatch, '7');
    return withRevision({ id, title: body.title }, '8');
  }

  private page(list: string, query: ListQuery, wantsTotal: boolean): Promise<Page<NoteDto>> {
    return this.pager.page({
      list,
      query,
      order: ORDER,
      fetch: (keyset) => Promise.resolve(read(keyset)),
      item: ({ id, title }) => ({ id, title }),
      ...(wantsTotal && { total: () => Promise.resolve(NOTES.length) }),
    });
  }
}

@Injectable()
class KeyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (request.path.endsWith('/closed'))
      throw new DomainError('unauthenticated', 'KEY_REQUIRED', 'Bring a key.');
    if (request.headers.authorization) setCaller(request.headers.authorization);
    return true;
  }
}

const logger = new StructuredLogger({ level: 'silent' });

@Module({
  imports: [
    CommonModule.with({ provide: SECRET_KEY, useValue: Buffer.alloc(32, 7) }),
    ObservabilityModule.with({ logger, asPublic: () => undefined }),
  ],
  controllers: [NotesController],
  providers: [{ provide: APP_GUARD, useClass: KeyGuard }],
})
class HabitsModule {}

/** A small application with every habit and no database. */
export async function startHabits(config: HttpConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(HabitsModule, { bodyParser: false, logger });
  observeHttp(app);
  configureHttp(app, config);
  return app.init();
}
