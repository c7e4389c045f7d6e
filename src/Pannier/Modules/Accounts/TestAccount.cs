using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Modules;

namespace Pannier.Modules.Accounts;

/// <summary>Signs in to an account's servers with what is stored, and says what failed.</summary>
internal sealed class TestAccount(IMyMail mail) : IHandler<AccountInput, TestAnswer>
{
    public async Task<Outcome<TestAnswer>> HandleAsync(AccountInput input, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).FirstOrDefault(one => one.Id == input.Account) is not { } account) return Refusal.NotFound("accounts.unknown");
        if (await mail.TestAsync(account.Id, cancellation) is not { } trial) return Refusal.NotFound("accounts.unknown");

        return AccountWords.Failures(trial) is { Count: > 0 } failures
            ? new TestAnswer.Failed(account.Name, failures, AccountUrl.Of(account.Id), AccountUrl.Of(account.Id, "test"))
            : new TestAnswer.Fine(AccountUrl.All, Said.Of("accounts.test.fine", "name", account.Name));
    }
}
