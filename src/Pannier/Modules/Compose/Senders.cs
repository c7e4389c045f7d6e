using Pannier.Core.Accounts;
using Pannier.Core.Records;
using Pannier.Mail.Compose;

namespace Pannier.Modules.Compose;

/// <summary>Whom the person may write as, in the order of their accounts, each account's default first.</summary>
internal sealed class Senders(IMyMail mail, IMyRecords<Identity> identities)
{
    public async Task<IReadOnlyList<Identity>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<Identity>();
        await foreach (var record in identities.AllAsync(cancellation)) all.Add(record.Value);

        var ordered = new List<Identity>();
        foreach (var account in await mail.AccountsAsync(cancellation))
        {
            var own = all.Where(one => one.Account == account.Id).OrderByDescending(one => one.IsDefault).ThenBy(one => one.Address, StringComparer.OrdinalIgnoreCase).ToList();
            if (own.Count > 0) ordered.AddRange(own);
            else ordered.Add(new Identity(new IdentityId(account.Id.Value), account.Id, "", account.Address, null, "", IsDefault: true)); // an account always has its own address
        }

        return ordered;
    }

    public static IReadOnlyList<IdentityCandidate> Candidates(IReadOnlyList<Identity> identities) =>
        [.. identities.Select(one => new IdentityCandidate(one.Id.ToString(), one.Account, one.Address, one.IsDefault))];
}
