import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../request/access/access.decorator.js';
import { ProblemError } from '../../request/problems/problem.js';
import { ProblemRegistry } from '../../request/problems/problem-registry.js';

/** Serves the page that the `type` of a problem document points to. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  constructor(private readonly problems: ProblemRegistry) {}

  @Get(':code')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  explain(@Param('code') code: string): string {
    const definition = this.problems.find(code);
    if (!definition) throw new ProblemError('route-not-found', 'There is no problem with this code.');
    const { title, status, explanation } = definition;
    return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em}code{background:#eee;color:#111;padding:.1em .3em}</style>
<h1>${title}</h1>
<p><code>${code}</code>, HTTP status <code>${status}</code></p>
<p>${explanation}</p>
<p><a href="/docs">API documentation</a></p>
</html>
`;
  }
}
