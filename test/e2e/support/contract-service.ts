import { startService, type TestService } from '../../support/test-service.js';
import { type Answer, type RawRequest, WalletClient } from '../../support/wallet-client.js';
import { Contract, type OpenApiDocument } from './contract.js';

/** A client that throws on any answer that the OpenAPI document does not allow. */
export class ContractClient extends WalletClient {
  constructor(
    baseUrl: string,
    private readonly contract: Contract,
    token?: string,
  ) {
    super(baseUrl, token);
  }

  override async send(request: RawRequest): Promise<Answer> {
    const answer = await super.send(request);
    this.contract.check(request, answer);
    return answer;
  }
}

export interface ContractService extends TestService {
  client: ContractClient;
  as(token: string): ContractClient;
  contract: Contract;
}

/** The service of `startService`, with a client that checks every answer against the document it serves. */
export async function startContractService(
  options: Parameters<typeof startService>[0] = {},
): Promise<ContractService> {
  const service = await startService(options);
  const { json } = await service.client.get('/openapi.json');
  const contract = new Contract(json as OpenApiDocument);
  const client = new ContractClient(service.url, contract);
  const others: ContractClient[] = [];
  return {
    ...service,
    client,
    as: (token) => {
      const other = new ContractClient(service.url, contract, token);
      others.push(other);
      return other;
    },
    contract,
    close: async () => {
      for (const each of [client, ...others]) each.close();
      await service.close();
    },
  };
}
