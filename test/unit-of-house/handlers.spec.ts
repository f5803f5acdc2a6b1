import { describe, expect, it } from '@jest/globals';
import { Controller, Get, type Type } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { AppModule } from '#src/app.module.js';
import { loadConfig } from '#src/foundation/config/index.js';
import { Permission, Public, PUBLIC_SCOPE, Requires, REQUIRES, SIGNING_IN } from '#src/trust/access/index.js';

/** Handlers that do not say by exactly one of `@Public()` and `@Requires()` who may call them. */
function undecided(controllers: Iterable<Type>): string[] {
  return [...controllers].flatMap((controller) =>
    handlersOf(controller)
      .filter(([, handler]) => decisionsOf(handler) !== 1)
      .map(([name]) => `${controller.name}.${name}`),
  );
}

function handlersOf(controller: Type): [string, object][] {
  const methods: [string, object][] = [];
  for (
    let at = controller.prototype as object;
    at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object
  ) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === 'function' && Reflect.hasMetadata(METHOD_METADATA, value as object))
        methods.push([name, value as object]);
    }
  }
  return methods;
}

function decisionsOf(handler: object): number {
  return [PUBLIC_SCOPE, REQUIRES, SIGNING_IN].filter((key) => Reflect.hasMetadata(key, handler)).length;
}

async function everyController(): Promise<Set<Type>> {
  const logins = {
    appUrl: 'postgres://app:none@localhost/none',
    publicUrl: 'postgres://app:none@localhost/none',
  };
  const root = AppModule.forRoot({ config: loadConfig({}), logins, secret: Buffer.alloc(32) });
  const app = await NestFactory.create(root, { preview: true, logger: false });
  const modules = [...app.get(ModulesContainer).values()];
  return new Set(modules.flatMap((module) => [...module.controllers.keys()] as Type[]));
}

describe('every handler', () => {
  it('says who may call it', async () => {
    const controllers = await everyController();
    expect([...controllers].flatMap(handlersOf).length).toBeGreaterThan(5);
    expect(undecided(controllers)).toEqual([]);
  });

  it('would be caught if it did not, or said both', () => {
    @Controller('dummy')
    class DummyController {
      @Get('bare')
      bare(): void {}

      @Get('both')
      @Public()
      @Requires(Permission.HearingUpdate)
      both(): void {}

      @Get('open')
      @Public()
      open(): void {}

      notAHandler(): void {}
    }
    class InheritingController extends DummyController {}
    expect(undecided([DummyController])).toEqual(['DummyController.bare', 'DummyController.both']);
    expect(undecided([InheritingController])).toEqual([
      'InheritingController.bare',
      'InheritingController.both',
    ]);
  });
});
