import type { KnownMetrics } from './known-metrics.js';
import { Tokens } from './tokens.js';

/** `undefined` for a scalar. */
type Labels = readonly string[] | undefined;

const aggregations = ['sum', 'min', 'max', 'avg', 'count', 'topk'];
/** Functions whose result has the labels of their vector. */
const mappings = ['rate', 'increase', 'round', 'sum_over_time', 'max_over_time', 'last_over_time'];
const setOperators = ['and', 'or', 'unless'];
const operators = ['+', '-', '*', '/', '==', '!=', '>', '<', '>=', '<=', ...setOperators];

/**
 * Returns the labels of what a PromQL expression returns. Throws if it names a metric, a label or a value that is not known, or if
 * its sides have different labels and so never match. Knows the part of PromQL that our rules and dashboard use; promtool checks
 * the syntax.
 */
export function inferLabels(expression: string, known: KnownMetrics): readonly string[] {
  return new Inference(new Tokens(expression), known).whole() ?? [];
}

class Inference {
  constructor(
    private readonly tokens: Tokens,
    private readonly known: KnownMetrics,
  ) {}

  whole(): Labels {
    const labels = this.expression();
    if (this.tokens.next.kind !== 'end') throw this.tokens.error('expected the end');
    return labels;
  }

  /** Reads operators from left to right: their precedence does not change which labels a result has. */
  private expression(): Labels {
    let left = this.operand();
    while (this.tokens.sees(...operators)) {
      const operator = this.tokens.take().text;
      const on = this.tokens.takeIf('on') ? this.names() : undefined;
      left = this.combine(operator, left, this.operand(), on);
    }
    return left;
  }

  private combine(operator: string, left: Labels, right: Labels, on: readonly string[] | undefined): Labels {
    if (!left || !right) return left ?? right;
    if (on) {
      this.requireIn(left, on);
      this.requireIn(right, on);
      return setOperators.includes(operator) ? left : on;
    }
    if (operator === 'or') return left.filter((label) => right.includes(label));
    if (left.length !== right.length) throw this.tokens.error('sides with different labels');
    this.requireIn(left, right);
    return left;
  }

  private operand(): Labels {
    if (this.tokens.takeIf('(')) {
      const labels = this.expression();
      this.tokens.expect(')');
      return labels;
    }
    const { kind, text } = this.tokens.take();
    if (kind === 'number') return undefined;
    if (kind !== 'name') throw this.tokens.error('expected an operand');
    if (aggregations.includes(text)) return this.aggregation(text);
    return this.tokens.sees('(') ? this.call(text) : this.selector(text);
  }

  private aggregation(name: string): Labels {
    const by = this.tokens.takeIf('by') ? this.names() : [];
    const vector = this.vectorArgument();
    this.requireIn(vector, by);
    return name === 'topk' ? vector : by;
  }

  private call(name: string): Labels {
    if (name === 'time') {
      this.tokens.list('(', ')', () => this.expression());
      return undefined;
    }
    const vector = this.vectorArgument();
    if (mappings.includes(name)) return vector;
    if (name === 'vector' || name === 'absent') return [];
    if (name !== 'histogram_quantile') throw this.tokens.error(`unknown function ${name}`);
    this.requireIn(vector, ['le']);
    return vector.filter((label) => label !== 'le');
  }

  /** The labels of the argument that is a vector; a function has at most one. */
  private vectorArgument(): readonly string[] {
    return this.tokens.list('(', ')', () => this.expression()).find((labels) => labels) ?? [];
  }

  private selector(metric: string): readonly string[] {
    const labels = this.known.get(metric);
    if (!labels) throw this.tokens.error(`unknown metric ${metric}`);
    if (this.tokens.sees('{')) {
      this.tokens.list('{', '}', () => {
        this.matcher(metric);
      });
    }
    if (this.tokens.takeIf('[')) {
      this.tokens.take();
      this.tokens.expect(']');
    }
    return [...labels.keys()];
  }

  private matcher(metric: string): void {
    const label = this.tokens.take().text;
    const values = this.known.get(metric)?.get(label);
    if (!values) throw this.tokens.error(`${metric} has no label ${label}`);
    const isPattern = this.tokens.take().text.endsWith('~');
    const text = this.tokens.take().text.slice(1, -1);
    for (const wanted of isPattern ? text.split('|') : [text]) {
      const pattern = new RegExp(`^(?:${isPattern ? wanted : wanted.replace(/\W/g, '\\$&')})$`);
      if (![...values].some((value) => pattern.test(value))) {
        throw this.tokens.error(`${metric} never has ${label}="${wanted}"`);
      }
    }
  }

  private names(): string[] {
    return this.tokens.list('(', ')', () => this.tokens.take().text);
  }

  private requireIn(labels: readonly string[], wanted: readonly string[]): void {
    const missing = wanted.find((label) => !labels.includes(label));
    if (missing !== undefined) throw this.tokens.error(`no label ${missing} among ${labels.join(', ')}`);
  }
}
