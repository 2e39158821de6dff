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
        /** Create an asset, which can be credited at once */
        post: operations["createAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assets/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or the limits of an asset, or retire it
         * @description What is left out stays as it is. Every posting that is sent after the answer meets the change. Nothing is credited in a retired asset: top-ups, bonuses, rewards and conversions into it are refused as `asset-retired`. Spends, purchases, conversions out of it and reads go on. `retired: false` undoes it.
         */
        patch: operations["changeAsset"];
        trace?: never;
    };
    "/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log in: a password for a token */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become a player: a user id that nobody has, and a wallet with an account in every asset */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversion-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every conversion that is offered */
        get: operations["conversionRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversion-rates/{from}/{to}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Offer a conversion at this rate, in this direction
         * @description Every conversion that is sent after the answer is made at the new rate. A rate is refused if a cycle of conversions could then create credits.
         */
        put: operations["offerConversion"];
        post?: never;
        /**
         * Offer a conversion no longer
         * @description The answer is the same if it was not offered, so that a retry is harmless.
         */
        delete: operations["withdrawConversion"];
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
    "/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be bought, by code */
        get: operations["items"];
        put?: never;
        /** Offer a new item */
        post: operations["createItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item, retired or not */
        get: operations["item"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or the price of an item, take it off sale or put it back
         * @description Every purchase that is sent after the answer pays the new price.
         */
        patch: operations["changeItem"];
        trace?: never;
    };
    "/v1/ledger/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit the whole ledger and report each invariant
         * @description One audit runs at a time across all instances; further callers join it. An audit that takes longer than 20 seconds is answered 202 and goes on: the URL in `Location` gives its progress, then its report.
         */
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
        /**
         * Get the progress of the audit, and the latest report
         * @description Answers for all instances.
         */
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
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is rewarded, by code */
        get: operations["tasks"];
        put?: never;
        /** Reward a new task */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One task, retired or not */
        get: operations["task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the name or the reward of a task, who completes it, retire it or put it back
         * @description Every completion that is sent after the answer earns the new reward.
         */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transactions that match every given filter, newest first; with `after`, all of them, oldest first
         * @description There is an index for one of `userId`, `reference` and `type`, and times are free. `asset`, or a second of the three, has to be looked for: such a page examines at most 10,000 transactions, so it can be short or empty with `hasMore: true`, and `next` is then the cursor to go on with. A few of these searches run at a time, and identical ones share a run. One that cannot begin within two seconds is answered `503 overloaded`.
         *
         *     To follow the ledger, begin with `after=start` and go on with the `cursor` of each answer. Every transaction comes once, and those of one user come in the order of their versions.
         */
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
        /** One transaction with its entries; for a player, one of their own */
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
        /**
         * Register a user: an account in every asset, and the welcome grant, once
         * @description The user id is the key: a retry changes nothing and answers 200. It completes what an earlier request could not, and leaves the metadata as it is. `hasPassword` says whether someone signed up under this id.
         */
        post: operations["registerUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One user, and whether the wallet is frozen */
        get: operations["user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze the wallet of a user: once this is answered, nothing is spent any more
         * @description A wallet that is frozen already stays frozen for its first reason, and nothing is recorded: a retry changes nothing.
         */
        post: operations["freezeWallet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the wallet was frozen and released, why and by whom, newest first */
        get: operations["freezes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{userId}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release the wallet of a user, which can then spend again
         * @description For a wallet that is not frozen nothing is recorded: a retry changes nothing.
         */
        post: operations["unfreezeWallet"];
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
        /**
         * Every balance of a user
         * @description A registered user has every asset, including those created later. An unregistered user has only the assets that were credited.
         */
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
        /** The entries of a user in one asset, newest first */
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
    "/v1/wallets/{userId}/{asset}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statement of a user in one asset for a period
         * @description Opening balance, totals by type, closing balance, and every entry recorded at `from` or later and before `to`, oldest first. Opening + credits − debits = closing, and the closing balance of one period is the opening balance of the next.
         *
         *     `Accept` chooses between JSON, CSV (RFC 4180) and NDJSON; the last two hold the entries alone. In CSV, a text that begins with `=`, `+`, `-`, `@`, a tab or CR has a `'` before it: a spreadsheet would take it for a formula.
         *
         *     The answer is streamed, and its entries are settled when the request arrives. If it cannot be completed, the connection is reset. A period of more than 1,000 entries is a scan: one that cannot begin within two seconds is answered `503 overloaded`.
         */
        get: operations["statement"];
        put?: never;
        post?: never;
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
    "/v1/wallets/{userId}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Convert credits into another asset, through exchange, at the rate of the moment of the decision
         * @description Both legs happen together, or neither. `asset`, `amount` and `balance` of the answer are those of the asset that is given. The metadata of the transaction gains `conversion`: the rate, in place of any member of that name. Without a description it gets one such as "50 SILVER → 1 GOLD".
         */
        post: operations["convert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Buy an item: its price, at the moment of the decision, goes from the user to revenue
         * @description The metadata of the transaction gains `purchase`: {`item`, `quantity`, `unitPrice`}, in place of any member of that name. Without a description it gets one from the name of the item, such as "Iron sword × 1".
         */
        post: operations["purchase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/wallets/{userId}/tasks/{task}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Complete a task: its reward goes from promotions to the user
         * @description A player can complete the tasks with `completedBy: player`; every other one is `forbidden`. A task that is limited pays once per user, or once per user and day (UTC), whatever the keys. The metadata of the transaction gains `task`: {`task`, `period`}, in place of any member of that name; an unlimited task has no period. Without a description it gets the name of the task.
         */
        post: operations["completeTask"];
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
             * @description Credits that left circulation, net likewise. `null` beyond ±(2^53 − 1).
             * @example 0
             */
            absorbed: number | null;
            /**
             * @description The digits of `absorbed`, present where that is `null`.
             * @example 9007199254740992
             */
            absorbedText?: string;
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
             * @description Credits that came into circulation, net of what came back through the same account. `null` beyond ±(2^53 − 1).
             * @example 1500
             */
            issued: number | null;
            /**
             * @description The digits of `issued`, present where that is `null`.
             * @example 9007199254740992
             */
            issuedText?: string;
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
        ActorAnswer: {
            /**
             * @description The id of the client or the user; of the house, what it did: `welcome` or `seed`.
             * @example game-server
             */
            id: string;
            /**
             * @description A program with an API key, a player with their own token, or the service itself.
             * @example client
             * @enum {string}
             */
            kind: "client" | "player" | "house";
        };
        AssetAnswer: {
            /** @example GOLD */
            code: string;
            /**
             * @description For display only: how many digits of an amount stand behind the point.
             * @example 0
             */
            decimals: number;
            /**
             * Format: int64
             * @description The largest amount that one transaction may move.
             * @example 1000000
             */
            maxAmount: number;
            /**
             * Format: int64
             * @description The smallest amount that one transaction may move.
             * @example 1
             */
            minAmount: number;
            /** @example Gold Coins */
            name: string;
            /**
             * @description Nothing is credited in a retired asset. What users hold can still be spent, and converted into other assets.
             * @example false
             */
            retired: boolean;
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
             * @description When the latest entry was recorded; `null` at version 0.
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
        AssetChangeBody: {
            /**
             * Format: int64
             * @default 9007199254740991
             * @example 1000000
             */
            maxAmount: number;
            /**
             * Format: int64
             * @default 1
             * @example 1
             */
            minAmount: number;
            /** @example Gold Coins */
            name?: string;
            /**
             * @description true retires the asset, false undoes that.
             * @example false
             */
            retired?: boolean;
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
             * @description When the latest entry was recorded; `null` at version 0.
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
        ConversionBody: {
            /**
             * Format: int64
             * @description How much is given: a whole multiple of the `fromAmount` of the rate.
             * @example 50
             */
            amount: number;
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description The code of the asset that is given.
             * @example SILVER
             */
            from: string;
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
            /**
             * @description The code of the asset that is received.
             * @example GOLD
             */
            to: string;
        };
        ConversionRateAnswer: {
            /** @example SILVER */
            from: string;
            /**
             * Format: int64
             * @description So much is given, or a whole multiple of it.
             * @example 50
             */
            fromAmount: number;
            /** @example GOLD */
            to: string;
            /**
             * Format: int64
             * @description So much is received for it.
             * @example 1
             */
            toAmount: number;
        };
        ConversionRateBody: {
            /**
             * Format: int64
             * @description So much is given, or a whole multiple of it.
             * @example 50
             */
            fromAmount: number;
            /**
             * Format: int64
             * @description So much is received for it.
             * @example 1
             */
            toAmount: number;
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
             * @description In circulation at the end of the day; of today, now. `null` beyond ±(2^53 − 1).
             * @example 1500
             */
            supply: number | null;
            /**
             * @description The digits of `supply`, present where that is `null`.
             * @example 9007199254740992
             */
            supplyText?: string;
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
             * @description JSON pointer (RFC 6901) to the fault. A long one is cut and ends with "…".
             * @example /amount
             */
            pointer: string;
        };
        FreezeAnswer: {
            /**
             * @example freeze
             * @enum {string}
             */
            action: "freeze" | "unfreeze";
            /**
             * @description The client that ordered it.
             * @example support-desk
             */
            by: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Counts the changes of one user; also the cursor.
             * @example 1
             */
            number: number;
            /** @example A payment was charged back */
            reason: string;
        };
        FreezeBody: {
            /**
             * @description For whoever reads the history.
             * @example A payment was charged back
             */
            reason: string;
        };
        FrozenAnswer: {
            /**
             * @description The client that froze the wallet.
             * @example support-desk
             */
            by: string;
            /** @example A payment was charged back */
            reason: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            since: string;
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
        ItemAnswer: {
            /**
             * @description The asset that it costs; it never changes.
             * @example GOLD
             */
            asset: string;
            /** @example iron-sword */
            code: string;
            /** @example Iron sword */
            name: string;
            /**
             * Format: int64
             * @description Of one piece, in whole minor units.
             * @example 120
             */
            price: number;
            /**
             * @description A retired item is not sold any more.
             * @example false
             */
            retired: boolean;
        };
        ItemChangeBody: {
            /** @example Iron sword */
            name?: string;
            /**
             * Format: int64
             * @example 150
             */
            price?: number;
            /**
             * @description true takes it off sale, false puts it back.
             * @example false
             */
            retired?: boolean;
        };
        ListedUserAnswer: {
            /**
             * Format: date-time
             * @description When the user was registered or first credited, whichever came first.
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /** @example alice */
            userId: string;
        };
        LiveAnswer: {
            /** @enum {string} */
            status: "live";
        };
        LoginBody: {
            /**
             * Format: password
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description The id under which the wallet is found.
             * @example dora
             */
            userId: string;
        };
        NewAssetBody: {
            /** @example RUBY */
            code: string;
            /**
             * @description For display only; it cannot be changed later.
             * @default 0
             * @example 0
             */
            decimals: number;
            /**
             * Format: int64
             * @default 9007199254740991
             * @example 1000000
             */
            maxAmount: number;
            /**
             * Format: int64
             * @default 1
             * @example 1
             */
            minAmount: number;
            /** @example Rubies */
            name: string;
        };
        NewItemBody: {
            /**
             * @description The code of an asset; it cannot be changed later.
             * @example SILVER
             */
            asset: string;
            /**
             * @description Your name for the item, for ever. It is part of every purchase.
             * @example wooden-shield
             */
            code: string;
            /** @example Wooden shield */
            name: string;
            /**
             * Format: int64
             * @description Of one piece, in whole minor units.
             * @example 40
             */
            price: number;
        };
        NewTaskBody: {
            /**
             * @description The code of an asset; it cannot be changed later.
             * @example SILVER
             */
            asset: string;
            /**
             * @description Your name for the task, for ever. It is part of every completion.
             * @example first-victory
             */
            code: string;
            /**
             * @description `player` lets players complete it themselves. Not for an unlimited task.
             * @default client
             * @example client
             * @enum {string}
             */
            completedBy: "client" | "player";
            /**
             * @description How often one user may complete it; it cannot be changed later.
             * @example once
             * @enum {string}
             */
            limit: "once" | "daily" | "unlimited";
            /** @example First victory */
            name: string;
            /**
             * Format: int64
             * @description Of one completion, in whole minor units.
             * @example 25
             */
            reward: number;
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
        PostingDetails: {
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
            code: "validation-failed" | "idempotency-key-missing" | "idempotency-key-invalid" | "malformed-json" | "bad-request" | "unauthenticated" | "forbidden" | "route-not-found" | "not-acceptable" | "request-timeout" | "body-too-large" | "unsupported-media-type" | "headers-too-large" | "idempotency-key-reused" | "rate-limited" | "overloaded" | "database-unavailable" | "identity-provider-unavailable" | "outcome-unknown" | "internal" | "asset-not-found" | "amount-out-of-range" | "asset-retired" | "insufficient-funds" | "balance-limit-exceeded" | "transaction-not-found" | "invalid-cursor" | "user-not-found" | "user-exists" | "asset-exists" | "item-not-found" | "task-not-found" | "item-exists" | "task-exists" | "player-task-unlimited" | "item-retired" | "task-retired" | "task-already-completed" | "conversion-not-offered" | "conversion-cycle-creates-credits" | "too-many-conversion-rates" | "amount-not-convertible" | "amount-too-large" | "wallet-frozen";
            /** @example The balance is 70 GOLD; 100 are required. */
            detail: string;
            /**
             * @description Number of all faults, including those not listed. Present if `errors` is.
             * @example 1
             */
            errorCount?: number;
            /** @description The first ten faults of the request. */
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
             * Format: uuid
             * @description The id of the account, which its hashes cover.
             * @example 5f0c8d0e-6a83-4d0c-9a49-0f6d0a9a7a51
             */
            accountId: string;
            /**
             * Format: int64
             * @example 30
             */
            amount: number;
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @description Of a system account: the balance of its stripe in the shard of the user. `null` beyond ±(2^53 − 1).
             * @example 70
             */
            balanceAfter: number | null;
            /**
             * @description The digits of `balanceAfter`, present where that is `null`.
             * @example 9007199254740992
             */
            balanceAfterText?: string;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @example debit
             * @enum {string}
             */
            direction: "debit" | "credit";
            /**
             * @description SHA-256 over the hash before, the digest of the transaction, the leg and the direction.
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
             * @description Which movement of the transaction.
             * @example 0
             */
            leg: number;
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
        PurchaseBody: {
            /** @example Iron sword */
            description?: string | null;
            /**
             * @description The code of an item.
             * @example iron-sword
             */
            item: string;
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
             * @description How many pieces.
             * @default 1
             * @example 1
             */
            quantity: number;
            /**
             * @description Your own name for the reason, by which transactions can be found.
             * @example order-17
             */
            reference?: string | null;
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
        RegisteredUserAnswer: {
            /**
             * Format: date-time
             * @description When the user was registered or first credited, whichever came first.
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The freeze that the wallet is under; `null` while it can spend.
             * @example {
             *       "since": "2026-01-01T00:00:00.000Z",
             *       "reason": "A payment was charged back",
             *       "by": "support-desk"
             *     }
             */
            frozen: components["schemas"]["FrozenAnswer"] | null;
            /**
             * @description `true`: someone signed up here under this id with a password, and can spend from this wallet. Make sure that this is your user before you credit it.
             * @example false
             */
            hasPassword: boolean;
            /**
             * @description As it was given at the registration.
             * @example {
             *       "country": "NL"
             *     }
             */
            metadata: {
                [key: string]: unknown;
            };
            /** @description `false` for a user who is known by a credit only. */
            registered: boolean;
            /** @example alice */
            userId: string;
        };
        SignUpBody: {
            /**
             * Format: password
             * @description Any characters will do, up to 128 after normalisation (NFC); it must not be the user id.
             * @example correct horse battery staple
             */
            password: string;
            /**
             * @description The id under which the wallet is found.
             * @example dora
             */
            userId: string;
        };
        StatementAnswer: {
            /** @example GOLD */
            asset: string;
            /**
             * Format: int64
             * @description The balance at the end of the period, or now if it has not ended.
             * @example 70
             */
            closing: number;
            /** @description Oldest first. */
            entries: components["schemas"]["StatementEntryAnswer"][];
            /**
             * Format: date-time
             * @description The first instant of the period.
             * @example 2026-01-01T00:00:00.000Z
             */
            from: string;
            /**
             * Format: int64
             * @description The balance before the period.
             * @example 100
             */
            opening: number;
            /**
             * Format: date-time
             * @description The first instant behind the period.
             * @example 2026-02-01T00:00:00.000Z
             */
            to: string;
            /** @description For each type that occurs, by its name. Opening + credits − debits = closing. */
            totals: components["schemas"]["TypeTotalAnswer"][];
            /** @example alice */
            userId: string;
        };
        StatementEntryAnswer: {
            actor: components["schemas"]["ActorAnswer"];
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
             * @description The sum of all balances of users: what the system accounts gave out and have not got back. `null` beyond ±(2^53 − 1).
             * @example 1500
             */
            supply: number | null;
            /**
             * @description The digits of `supply`, present where that is `null`.
             * @example 9007199254740992
             */
            supplyText?: string;
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
             * @description Negative where more went out to users than came back. `null` beyond ±(2^53 − 1).
             * @example -1500
             */
            balance: number | null;
            /**
             * @description The digits of `balance`, present where that is `null`.
             * @example 9007199254740992
             */
            balanceText?: string;
        };
        TaskAnswer: {
            /**
             * @description The asset of the reward; it never changes.
             * @example GOLD
             */
            asset: string;
            /** @example daily-login */
            code: string;
            /**
             * @description `player`: players may complete it themselves, and clients too.
             * @example player
             * @enum {string}
             */
            completedBy: "client" | "player";
            /**
             * @description How often one user may complete it; it never changes. A day is one of UTC.
             * @example daily
             * @enum {string}
             */
            limit: "once" | "daily" | "unlimited";
            /** @example Daily login */
            name: string;
            /**
             * @description A retired task is not rewarded any more.
             * @example false
             */
            retired: boolean;
            /**
             * Format: int64
             * @description Of one completion, in whole minor units.
             * @example 10
             */
            reward: number;
        };
        TaskChangeBody: {
            /**
             * @description Not `player` for an unlimited task.
             * @example client
             * @enum {string}
             */
            completedBy?: "client" | "player";
            /** @example Daily login */
            name?: string;
            /**
             * @description true takes it off the list, false puts it back.
             * @example false
             */
            retired?: boolean;
            /**
             * Format: int64
             * @example 15
             */
            reward?: number;
        };
        TokenAnswer: {
            /**
             * @description Goes into `Authorization: Bearer`. It opens the wallet of this player, and no other.
             * @example eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJjYXJvbCJ9.3q2-7w
             */
            accessToken: string;
            /**
             * @description Seconds until the token expires; then log in again.
             * @example 900
             */
            expiresIn: number;
            /** @enum {string} */
            tokenType: "Bearer";
            /** @example dora */
            userId: string;
        };
        TransactionAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * Format: int64
             * @example 30
             */
            amount: number;
            /**
             * @description Of a conversion, the asset that was given; `entries` has both.
             * @example GOLD
             */
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
            /**
             * @description The caller's, and with a purchase, a reward or a conversion one member that says what was agreed.
             * @example {}
             */
            metadata: {
                [key: string]: unknown;
            };
            /** @example order-17 */
            reference: string | null;
            /**
             * @description `topup`, `bonus`, `spend`, `purchase`, `reward` or `conversion`
             * @example spend
             */
            type: string;
            /** @example alice */
            userId: string;
        };
        TransactionProofAnswer: {
            actor: components["schemas"]["ActorAnswer"];
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
            /** @example Iron sword */
            description: string | null;
            /**
             * @description SHA-256 over what the transaction did besides its entries; null for nothing.
             * @example null
             */
            effectsDigest: string | null;
            /** @description In the order in which the digest covers them. */
            entries: components["schemas"]["ProvenEntryAnswer"][];
            /**
             * Format: uuid
             * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
             */
            id: string;
            /** @example order-17 */
            idempotencyKey: string;
            /**
             * @description The metadata as the canonical JSON that is hashed (RFC 8785).
             * @example {}
             */
            metadata: string;
            /**
             * Format: int64
             * @description Its number among all that the shard has recorded.
             * @example 17
             */
            place: number;
            /** @example order-17 */
            reference: string | null;
            /**
             * @description What the texts are hashed with: 16 random bytes of the user, in hexadecimal.
             * @example 9f86d081884c7d659a2feaa0c55ad015
             */
            salt: string;
            /**
             * @description Where everything of the user lives.
             * @example 3
             */
            shard: number;
            /** @example spend */
            type: string;
            /** @example alice */
            userId: string;
        };
        TypeTotalAnswer: {
            /**
             * Format: int64
             * @description How many entries.
             * @example 1
             */
            count: number;
            /**
             * Format: int64
             * @description What was added. `null` beyond ±(2^53 − 1).
             * @example 0
             */
            credit: number | null;
            /**
             * @description The digits of `credit`, present where that is `null`.
             * @example 9007199254740992
             */
            creditText?: string;
            /**
             * Format: int64
             * @description What was taken. `null` beyond ±(2^53 − 1).
             * @example 30
             */
            debit: number | null;
            /**
             * @description The digits of `debit`, present where that is `null`.
             * @example 9007199254740992
             */
            debitText?: string;
            /** @example spend */
            type: string;
        };
        UserAnswer: {
            /**
             * Format: date-time
             * @description When the user was registered or first credited, whichever came first.
             * @example 2026-01-01T00:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The freeze that the wallet is under; `null` while it can spend.
             * @example {
             *       "since": "2026-01-01T00:00:00.000Z",
             *       "reason": "A payment was charged back",
             *       "by": "support-desk"
             *     }
             */
            frozen: components["schemas"]["FrozenAnswer"] | null;
            /**
             * @description As it was given at the registration.
             * @example {
             *       "country": "NL"
             *     }
             */
            metadata: {
                [key: string]: unknown;
            };
            /** @description `false` for a user who is known by a credit only. */
            registered: boolean;
            /** @example alice */
            userId: string;
        };
        UserBody: {
            /**
             * @description At most 4 KiB, 50 keys and 3 levels.
             * @example {
             *       "country": "NL"
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The id that the game already has.
             * @example carol
             */
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
            /**
             * @description The report of the latest finished audit; `null` if there is none.
             * @example null
             */
            report: components["schemas"]["VerificationAnswer"] | null;
            /** @description Whether `state` is `running`. */
            running: boolean;
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            startedAt: string | null;
            /**
             * @description State of the latest audit on any instance. `failed`: an error ended it. `lost`: its instance ended before it was done. `none`: there has been no audit.
             * @example running
             * @enum {string}
             */
            state: "none" | "running" | "finished" | "failed" | "lost";
            /**
             * @description A step is one invariant in one shard.
             * @example 144
             */
            steps: number;
            /** @example 37 */
            stepsDone: number;
        };
        VerificationStartedAnswer: {
            progress: components["schemas"]["VerificationStepsAnswer"];
            /**
             * Format: date-time
             * @example 2026-01-01T00:00:00.000Z
             */
            startedAt: string;
        };
        VerificationStepsAnswer: {
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    createAsset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAssetBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `asset-exists`: There is an asset of this code already */
            409: {
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    changeAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an asset. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /** @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable */
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
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `user-exists`: The user id is taken */
            409: {
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /** @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable */
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
    conversionRates: {
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
                        data: components["schemas"]["ConversionRateAnswer"][];
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    offerConversion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the asset that is given. */
                from: string;
                /** @description The code of the asset that is received. */
                to: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionRateBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionRateAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `conversion-cycle-creates-credits`: The rate would let conversions create credits · `too-many-conversion-rates`: There are too many conversion rates */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    withdrawConversion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the asset that is given. */
                from: string;
                /** @description The code of the asset that is received. */
                to: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The conversion is not offered. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    items: {
        parameters: {
            query?: {
                /** @description Whether what is retired is listed too. */
                includeRetired?: boolean;
                /** @description Elements per page. */
                limit?: number;
                /** @description The last `code` seen. */
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
                        data: components["schemas"]["ItemAnswer"][];
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    createItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewItemBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `item-exists`: The code of the item is taken */
            409: {
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    item: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an item. */
                code: string;
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
                    "application/json": components["schemas"]["ItemAnswer"];
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
            /** @description `item-not-found`: There is no such item */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    changeItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of an item. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `item-not-found`: There is no such item */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description The audit is still running. */
            202: {
                headers: {
                    /** @description URL of its progress. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationStartedAnswer"];
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    tasks: {
        parameters: {
            query?: {
                /** @description Whether what is retired is listed too. */
                includeRetired?: boolean;
                /** @description Elements per page. */
                limit?: number;
                /** @description The last `code` seen. */
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
                        data: components["schemas"]["TaskAnswer"][];
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    createTask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaskBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `task-exists`: The code of the task is taken */
            409: {
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
            /** @description `player-task-unlimited`: A task that players complete needs a limit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of a task. */
                code: string;
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
                    "application/json": components["schemas"]["TaskAnswer"];
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
            /** @description `task-not-found`: There is no such task */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    changeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of a task. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChangeBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `task-not-found`: There is no such task */
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
            /** @description `player-task-unlimited`: A task that players complete needs a limit */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
                /** @description `start`, or the `cursor` of an earlier answer. Goes with `limit` only. */
                after?: string;
                asset?: string;
                /** @description Created at this instant or later (RFC 3339). */
                from?: string;
                /** @description Elements per page. */
                limit?: number;
                reference?: string;
                /** @description The `id` of the last transaction seen. */
                startingAfter?: string;
                /** @description Created before this instant (RFC 3339). */
                to?: string;
                type?: "topup" | "bonus" | "spend" | "purchase" | "reward" | "conversion";
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
                        /**
                         * @description With `after`: where to go on, now or later.
                         * @example AQAAAAAAAAAAAAAAAAAAAAA
                         */
                        cursor?: string;
                        data: components["schemas"]["TransactionAnswer"][];
                        /** @description Whether there is more behind the last element. */
                        hasMore: boolean;
                        /**
                         * Format: uuid
                         * @description The cursor to go on with, where a page ended before it was full.
                         * @example 019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10
                         */
                        next?: string;
                    };
                };
            };
            /** @description `validation-failed`: The request is not valid · `invalid-cursor`: The cursor is not one of this list */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
                        data: components["schemas"]["ListedUserAnswer"][];
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    registerUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBody"];
            };
        };
        responses: {
            /** @description The user was registered before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredUserAnswer"];
                };
            };
            /** @description The user is registered. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredUserAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    user: {
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
                    "application/json": components["schemas"]["UserAnswer"];
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    freezeWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeBody"];
            };
        };
        responses: {
            /** @description The wallet is frozen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    freezes: {
        parameters: {
            query?: {
                /** @description Elements per page. */
                limit?: number;
                /** @description The `number` of the last change seen. */
                startingAfter?: number;
            };
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
                    "application/json": {
                        data: components["schemas"]["FreezeAnswer"][];
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
            /** @description `user-not-found`: There is no such user */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    unfreezeWallet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreezeBody"];
            };
        };
        responses: {
            /** @description The wallet is not frozen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserAnswer"];
                };
            };
            /** @description `validation-failed`: The request is not valid · `malformed-json`: The body is not valid JSON */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
                /** @description Counts every entry recorded at this instant or before (RFC 3339). */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description The transaction is committed. A retry with the same key gives the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` when an earlier request with the same key was decided, and this is its answer again. Problems carry it too; their `requestId` is new. */
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
            /** @description `amount-out-of-range`: The amount is out of the range of the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description The transaction is committed. A retry with the same key gives the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` when an earlier request with the same key was decided, and this is its answer again. Problems carry it too; their `requestId` is new. */
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
            /** @description `amount-out-of-range`: The amount is out of the range of the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    statement: {
        parameters: {
            query: {
                /** @description Recorded at this instant or later (RFC 3339). */
                from: string;
                /** @description Recorded before this instant (RFC 3339). Later than `from`, by at most 366 days. */
                to: string;
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
            /** @description The statement, in the format that `Accept` prefers; JSON where it does not care. */
            200: {
                headers: {
                    /**
                     * @description With CSV: the name of the file.
                     * @example attachment; filename="statement-alice-GOLD-2026-01-01-2026-02-01.csv"
                     */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementAnswer"];
                    /** @example {"version":2,"transactionId":"019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10","type":"spend","direction":"debit","amount":30,"balanceAfter":70,"reference":"order-17","description":"Iron sword","actor":{"kind":"client","id":"game-server"},"createdAt":"2026-01-01T00:00:00.000Z"} */
                    "application/x-ndjson": string;
                    /**
                     * @example version,createdAt,transactionId,type,direction,amount,balanceAfter,reference,description,actorKind,actorId
                     *     2,2026-01-01T00:00:00.000Z,019adb2f-61c8-7a0e-8a51-0f7f3c1d5e10,spend,debit,30,70,order-17,Iron sword,client,game-server
                     */
                    "text/csv": string;
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
            /** @description `not-acceptable`: There is no such format */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description The transaction is committed. A retry with the same key gives the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` when an earlier request with the same key was decided, and this is its answer again. Problems carry it too; their `requestId` is new. */
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
            /** @description `amount-out-of-range`: The amount is out of the range of the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    convert: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionBody"];
            };
        };
        responses: {
            /** @description The transaction is committed. A retry with the same key gives the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` when an earlier request with the same key was decided, and this is its answer again. Problems carry it too; their `requestId` is new. */
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
            /** @description `amount-out-of-range`: The amount is out of the range of the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired · `conversion-not-offered`: There is no rate for this conversion · `amount-not-convertible`: The amount is not a whole multiple of the rate · `amount-too-large`: The amount would be too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    purchase: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PurchaseBody"];
            };
        };
        responses: {
            /** @description The transaction is committed. A retry with the same key gives the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` when an earlier request with the same key was decided, and this is its answer again. Problems carry it too; their `requestId` is new. */
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
            /** @description `asset-not-found`: There is no such asset · `item-not-found`: There is no such item */
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
            /** @description `amount-out-of-range`: The amount is out of the range of the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `item-retired`: The item is not sold any more · `amount-too-large`: The amount would be too large */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
    completeTask: {
        parameters: {
            query?: never;
            header: {
                /** @description One key per intended operation, the same on every retry. 1 to 255 visible ASCII characters, bare or quoted (draft-ietf-httpapi-idempotency-key-header). */
                "Idempotency-Key": string;
            };
            path: {
                /** @description The code of a task. */
                task: string;
                /** @description The id that the game already has. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PostingDetails"];
            };
        };
        responses: {
            /** @description The transaction is committed. A retry with the same key gives the same answer, rebuilt from the ledger. */
            201: {
                headers: {
                    /** @description `true` when an earlier request with the same key was decided, and this is its answer again. Problems carry it too; their `requestId` is new. */
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
            /** @description `asset-not-found`: There is no such asset · `task-not-found`: There is no such task */
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
            /** @description `amount-out-of-range`: The amount is out of the range of the asset · `insufficient-funds`: The balance is too low · `idempotency-key-reused`: The Idempotency-Key was used for another request · `balance-limit-exceeded`: The balance would be too large · `wallet-frozen`: The wallet is frozen · `asset-retired`: The asset is retired · `task-retired`: The task is not rewarded any more · `task-already-completed`: The user has completed the task already */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited`: Too many requests */
            429: {
                headers: {
                    /**
                     * @description What is left: `r` requests, and `t` seconds until all are there again. Also with every other answer.
                     * @example "default";r=0;t=7
                     */
                    RateLimit?: string;
                    /**
                     * @description Each limit that applies: `q` requests in `w` seconds. Also with every other answer.
                     * @example "default";q=100;w=10
                     */
                    "RateLimit-Policy"?: string;
                    /** @description Seconds to wait. */
                    "Retry-After"?: number;
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
            /**
             * @description `overloaded`: The service is overloaded · `database-unavailable`: The database is unavailable · `outcome-unknown`: The outcome is not known yet
             *
             *     `identity-provider-unavailable`: The identity provider is unavailable
             */
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
