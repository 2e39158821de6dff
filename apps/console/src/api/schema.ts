// Made by `npm run console:api` out of /openapi.json; a test holds it against the API. Do not edit.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process is up; restart it when this fails */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service can do its work; send no traffic when this fails */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every asset */
        get: operations["assets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/economy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The supply of each asset that ever moved, and the pace of the last minute */
        get: operations["economy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/economy/{asset}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sources, sinks and supply of an asset, day by day */
        get: operations["economyDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/economy/{asset}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The largest holders of an asset */
        get: operations["economyHolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs the audit over the whole ledger and reports each invariant */
        get: operations["verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/verification/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the audit has come that is under way, or how the last one ended */
        get: operations["verificationProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/system-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The balance of each system account in each asset */
        get: operations["systemAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transactions that match every given filter, newest first */
        get: operations["transactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transaction with its entries */
        get: operations["transaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Under which key a transaction happened, and the place of its entries in the hash chains */
        get: operations["transactionProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Known users, by id */
        get: operations["users"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every balance of a user */
        get: operations["wallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One balance of a user, now or at an instant */
        get: operations["balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/bonus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bonus: free credit, from promotions to the user */
        post: operations["bonus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of a user in one asset, newest entry first */
        get: operations["entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/spend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spend: from the user to revenue; refused if the balance would go below zero */
        post: operations["spend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/topup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Top up: credit that was bought with real money, from the treasury to the user */
        post: operations["topup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/{asset}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proves one account of a user from its entries: balances, versions and hash chain */
        get: operations["verifyAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountFlowAnswer: {
            /**
             * Format: int64
             * @description Credits that left circulation, net likewise.
             * @example 0
             */
            absorbed: number;
            /**
             * @example treasury
             * @enum {string}
             */
            account: "treasury" | "promotions" | "revenue" | "exchange";
            /**
             * @description How many movements they were.
             * @example 2
             */
            entries: number;
            /**
             * Format: int64
             * @description Credits that came into circulation, net of what came back through the same account.
             * @example 1500
             */
            issued: number;
        };
        AccountVerificationAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            checkedAt: string;
            /** @example 3 */
            durationMs: number;
            /**
             * Format: int64
             * @description How many entries were looked at.
             * @example 12
             */
            entries: number;
            /**
             * @description The versions of the first few entries that are wrong.
             * @example []
             */
            examples: number[];
            /**
             * @description The end of the chain, in hexadecimal: whoever noted it down can tell later whether history was rewritten.
             * @example 6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687
             */
            headHash: string;
            /** @description Whether version, balance and hash of the account are those of its last entry. */
            headOk: boolean;
            /** @description Whether every entry and the account itself are as they were written. */
            ok: boolean;
            /** @example alice */
            userId: string;
            /** @example 0 */
            violations: number;
        };
        AssetAnswer: {
            /** @example GOLD */
            code: string;
            /**
             * @description For display only: how many digits of an amount stand behind the point.
             * @example 0
             */
            decimals: number;
            /** @example Gold Coins */
            name: string;
        };
        AssetBalanceAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @example 70
             */
            balance: number;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            updatedAt: string | null;
            /**
             * Format: int64
             * @description How many entries the account has; 0 where none ever was.
             * @example 2
             */
            version: number;
        };
        BalanceAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @example 70
             */
            balance: number;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            updatedAt: string | null;
            /** @example alice */
            userId: string;
            /**
             * Format: int64
             * @description How many entries the account has; 0 where none ever was.
             * @example 2
             */
            version: number;
        };
        EconomyAnswer: {
            /**
             * @description The transactions of each of the last 60 whole seconds, the oldest first.
             * @example [
             *       0,
             *       3,
             *       1
             *     ]
             */
            perSecond: number[];
            supply: components["schemas"]["SupplyAnswer"][];
            /**
             * @description The mean of the last minute.
             * @example 12.5
             */
            transactionsPerSecond: number;
        };
        EconomyDayAnswer: {
            /**
             * @description The day in UTC.
             * @example 2026-01-01
             */
            day: string;
            /** @description One for each system account. */
            flows: components["schemas"]["AccountFlowAnswer"][];
            /**
             * Format: int64
             * @description In circulation at the end of the day; of today, now.
             * @example 1500
             */
            supply: number;
        };
        EconomyDaysAnswer: {
            /** @example GOLD */
            asset: string;
            /** @description The oldest first; the last is today. */
            days: components["schemas"]["EconomyDayAnswer"][];
        };
        EntryAnswer: {
            /**
             * @description The user id, or the name of the system account.
             * @example alice
             */
            account: string;
            /**
             * Format: int64
             * @example 30
             */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @description The user's balance after this entry. System accounts do not tell theirs here.
             * @example 70
             */
            balanceAfter?: number;
            /**
             * @description A credit raises the balance of the account, a debit lowers it.
             * @example debit
             * @enum {string}
             */
            direction: "debit" | "credit";
            /**
             * @example user
             * @enum {string}
             */
            kind: "user" | "system";
            /**
             * Format: int64
             * @description Which entry of the user's account this is.
             * @example 2
             */
            version?: number;
        };
        FieldErrorAnswer: {
            /** @example must be an integer from 1 to 9007199254740991 */
            detail: string;
            /**
             * @description JSON pointer (RFC 6901) to what is wrong.
             * @example /amount
             */
            pointer: string;
        };
        HolderAnswer: {
            /**
             * Format: int64
             * @example 1000
             */
            balance: number;
            /** @example alice */
            userId: string;
        };
        HoldersAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: date-time
             * @description When the accounts were looked at: up to a minute ago.
             * @example 2026-01-01T00:00:00.000Z
             */
            at: string;
            /**
             * @description How many users hold any of it.
             * @example 2
             */
            count: number;
            /** @description The largest first. */
            largest: components["schemas"]["HolderAnswer"][];
        };
        InvariantAnswer: {
            /**
             * @description How many things were looked at.
             * @example 1200
             */
            checked: number;
            /**
             * @description How long the check took, all shards together.
             * @example 4
             */
            durationMs: number;
            /**
             * @description The first few violations.
             * @example []
             */
            examples: string[];
            /** @example hash-chain */
            name: string;
            ok: boolean;
            /** @example 0 */
            violations: number;
        };
        LiveAnswer: {
            /** @enum {string} */
            status: "live";
        };
        PostingBody: {
            /**
             * Format: int64
             * @description Whole minor units.
             * @example 30
             */
            amount: number;
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "level": 7
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Your own name for the reason, by which transactions can be found.
             * @example order-17
             */
            reference?: string | null;
        };
        ProblemAnswer: {
            /**
             * @example insufficient-funds
             * @enum {string}
             */
            code: "validation-failed" | "idempotency-key-missing" | "idempotency-key-invalid" | "malformed-json" | "bad-request" | "unauthenticated" | "forbidden" | "asset-not-found" | "user-not-found" | "transaction-not-found" | "route-not-found" | "request-timeout" | "body-too-large" | "unsupported-media-type" | "headers-too-large" | "insufficient-funds" | "idempotency-key-reused" | "balance-limit-exceeded" | "wallet-frozen" | "overloaded" | "database-unavailable" | "outcome-unknown" | "internal";
            /** @example The balance is 70 GOLD; 100 are required. */
            detail: string;
            errors?: components["schemas"]["FieldErrorAnswer"][];
            /** @example /v1/wallets/alice/GOLD/spend */
            instance: string;
            /** @description Finds the request in the log. */
            requestId: string;
            /** @example 422 */
            status: number;
            /** @example The balance is too low */
            title: string;
            /**
             * @description Where the problem is explained.
             * @example /problems/insufficient-funds
             */
            type: string;
        };
        ProvenEntryAnswer: {
            /** @example alice */
            account: string;
            /**
             * Format: int64
             * @example 30
             */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @description Of a system account: the balance of its stripe in the shard of the user.
             * @example 70
             */
            balanceAfter: number;
            /**
             * @example debit
             * @enum {string}
             */
            direction: "debit" | "credit";
            /**
             * @description SHA-256 over the hash before, the entry and its transaction.
             * @example 6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687
             */
            hash: string;
            /**
             * @description Whether the hash, computed again now, is the same.
             * @example true
             */
            intact: boolean;
            /**
             * @example user
             * @enum {string}
             */
            kind: "user" | "system";
            /**
             * @description The hash of the entry before it on the account, in hexadecimal; of the first, of the account itself.
             * @example 6f0a41d5b1d2a3c44f0e4d1c7b6a59880716253443526170f0e1d2c3b4a59687
             */
            previousHash: string;
            /**
             * Format: int64
             * @description Which entry of the account this is.
             * @example 2
             */
            version: number;
        };
        ReadyAnswer: {
            /** @enum {string} */
            database: "up" | "down";
            /** @description The service was told to stop and takes no new work. */
            draining: boolean;
            /** @enum {string} */
            migrations: "applied" | "pending" | "unknown";
            /** @enum {string} */
            status: "ready" | "not-ready";
        };
        StatementEntryAnswer: {
            /**
             * Format: int64
             * @example 30
             */
            amount: number;
            /**
             * Format: int64
             * @example 70
             */
            balanceAfter: number;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /**
             * @example debit
             * @enum {string}
             */
            direction: "debit" | "credit";
            /** @example order-17 */
            reference: string | null;
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            transactionId: string;
            /** @example spend */
            type: string;
            /**
             * Format: int64
             * @description Also the cursor.
             * @example 2
             */
            version: number;
        };
        SupplyAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @description The sum of all balances of users: what the system accounts gave out and have not got back.
             * @example 1500
             */
            supply: number;
        };
        SystemAccountAnswer: {
            /**
             * @example treasury
             * @enum {string}
             */
            account: "treasury" | "promotions" | "revenue" | "exchange";
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @description Negative where more went out to users than came back.
             * @example -1500
             */
            balance: number;
        };
        TransactionAnswer: {
            /**
             * Format: int64
             * @example 30
             */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @description The user's balance after the transaction.
             * @example 70
             */
            balance: number;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example Iron sword */
            description: string | null;
            /** @description Every entry; per asset they sum to zero. */
            entries: components["schemas"]["EntryAnswer"][];
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /** @example {} */
            metadata: {
                [key: string]: unknown;
            };
            /** @example order-17 */
            reference: string | null;
            /**
             * @description `topup`, `bonus` or `spend`
             * @example spend
             */
            type: string;
            /** @example alice */
            userId: string;
        };
        TransactionProofAnswer: {
            /**
             * @description To whom the key belongs.
             * @example game-server
             */
            clientId: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            entries: components["schemas"]["ProvenEntryAnswer"][];
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /** @example order-17 */
            idempotencyKey: string;
            /**
             * @description Where everything of the user lives.
             * @example 3
             */
            shard: number;
        };
        UserAnswer: {
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example alice */
            userId: string;
        };
        VerificationAnswer: {
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            checkedAt: string;
            /** @example 12 */
            durationMs: number;
            invariants: components["schemas"]["InvariantAnswer"][];
            /** @description Whether every invariant holds. */
            ok: boolean;
        };
        VerificationProgressAnswer: {
            /** @description What has been found so far. */
            invariants: components["schemas"]["InvariantAnswer"][];
            /** @description Whether an audit is under way in the instance that answers. */
            running: boolean;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            startedAt: string | null;
            /**
             * @description A step is one invariant in one shard.
             * @example 144
             */
            steps: number;
            /** @example 37 */
            stepsDone: number;
        };
        WalletAnswer: {
            balances: components["schemas"]["AssetBalanceAnswer"][];
            /** @example alice */
            userId: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveAnswer"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
        };
    };
    assets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AssetAnswer"][];
                        /** @description Whether there is more behind the last element. */
                        hasMore: boolean;
                    };
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    economy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EconomyAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    economyDays: {
        parameters: {
            query?: {
                /** @description How many days, today included. */
                days?: number;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EconomyDaysAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    economyHolders: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldersAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    verificationProgress: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationProgressAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal`: Something went wrong on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    systemAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SystemAccountAnswer"][];
                        /** @description Whether there is more behind the last element. */
                        hasMore: boolean;
                    };
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    transactions: {
        parameters: {
            query?: {
                asset?: string;
                /** @description Created at this instant or later. */
                from?: string;
                /** @description Elements per page. */
                limit?: number;
                reference?: string;
                /** @description The `id` of the last transaction seen. */
                startingAfter?: string;
                /** @description Created before this instant. */
                to?: string;
                type?: string;
                userId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["TransactionAnswer"][];
                        /** @description Whether there is more behind the last element. */
                        hasMore: boolean;
                    };
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    transaction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `transaction-not-found`: There is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    transactionProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionProofAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `transaction-not-found`: There is no such transaction */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    users: {
        parameters: {
            query?: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The last `userId` seen. */
                startingAfter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["UserAnswer"][];
                        /** @description Whether there is more behind the last element. */
                        hasMore: boolean;
                    };
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    wallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    balance: {
        parameters: {
            query?: {
                /** @description The balance as it was at this instant (RFC 3339). */
                at?: string;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    bonus: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingBody"];
            };
        };
        responses: {
            /** @description The transaction is committed. A retry with the same key gives the same answer. */
            201: {
                headers: {
                    /** @description `true` when this is the stored answer to an earlier request with the same key. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unsupported-media-type`: The body is not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    entries: {
        parameters: {
            query?: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The `version` of the last entry seen. */
                startingAfter?: number;
            };
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["StatementEntryAnswer"][];
                        /** @description Whether there is more behind the last element. */
                        hasMore: boolean;
                    };
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    spend: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingBody"];
            };
        };
        responses: {
            /** @description The transaction is committed. A retry with the same key gives the same answer. */
            201: {
                headers: {
                    /** @description `true` when this is the stored answer to an earlier request with the same key. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unsupported-media-type`: The body is not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    topup: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostingBody"];
            };
        };
        responses: {
            /** @description The transaction is committed. A retry with the same key gives the same answer. */
            201: {
                headers: {
                    /** @description `true` when this is the stored answer to an earlier request with the same key. */
                    "Idempotency-Replayed"?: "true";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `idempotency-key-missing`: The Idempotency-Key header is missing · `idempotency-key-invalid`: The Idempotency-Key header is not valid · `malformed-json`: The body is not valid JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large`: The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unsupported-media-type`: The body is not application/json */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    verifyAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an asset. */
                asset: string;
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountVerificationAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated`: The caller is not known */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `forbidden`: The caller may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `asset-not-found`: There is no such asset · `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /**
             * @description `internal`: Something went wrong on our side
             *
             *     `internal`: Something went wrong on our side
             */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `database-unavailable`: The database is unavailable */
            503: {
                headers: {
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
}
