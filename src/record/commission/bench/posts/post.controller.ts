import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { CreatePostDto, ListPostsQuery, PostDto, UpdatePostDto } from './post.dto.js';
import { PostService } from './post.service.js';

@ApiTags('Commission')
@Controller('posts')
export class PostController {
  constructor(private readonly posts: PostService) {}

  /** Lists what somebody can hold: seats, offices, positions of the staff. */
  @Get()
  @Public('commission:read')
  @PagedResponse(PostDto)
  @ApiProblems(400, 429)
  listPosts(@Query() query: ListPostsQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<PostDto>> {
    return this.posts.list(query, wantsTotal);
  }

  /**
   * Provides for a post. 409 `CHAIR_PROVIDED` for a second post of a chair in the same days; 422 `SECTOR_ENDED` for a
   * seat whose sector ended before its first day.
   */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(PostDto)
  createPost(@Body() input: CreatePostDto, @IdempotencyKey() key?: string): Promise<PostDto> {
    return this.posts.create(input, key);
  }

  /** Reads one post. */
  @Get(':postId')
  @Public('commission:read')
  @ApiReads(PostDto)
  getPost(@UuidParam('postId') id: string): Promise<PostDto> {
    return this.posts.get(id);
  }

  /** Changes a post. 409 `POST_FILLED` if a term in it reaches beyond its new days. */
  @Patch(':postId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(PostDto)
  updatePost(
    @UuidParam('postId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdatePostDto,
  ): Promise<PostDto> {
    return this.posts.update(id, ifMatch, input);
  }
}
