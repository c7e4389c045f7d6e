using Pannier.Mail;
using Pannier.Mail.Lists;

namespace Pannier.Core.Accounts.Intents;

/// <summary>Has an intent's act done on its server, as often as it takes: what was done already is not done again.</summary>
internal static class CarryOut
{
    public static async Task<IReadOnlyList<ActResult>> TryAsync(OpenAccount account, OpenIntent open, CancellationToken cancellation)
    {
        var (intent, keys) = (open.Intent, open.Intent.Keys);
        var done = new List<ActResult>();
        if (open.IsBegun && intent.Action is not MailAction.Mark)
        {
            // Asked for before, and nobody heard what came of it: what is gone went.
            try
            {
                if (await account.Directory.FindAsync(account.Store, intent.Mailbox, cancellation) is { } mailbox)
                {
                    var there = await account.Store.UseAsync((connection, token) => connection.KeywordsAsync(new MailboxRef(mailbox.Name, intent.UidValidity), intent.Uids, token), cancellation);
                    done.AddRange(keys.Where(key => !there.ContainsKey(key.Uid)).Select(key => new ActResult(key, null, null, null)));
                    keys = [.. keys.Where(key => there.ContainsKey(key.Uid))];
                }
            }
            catch (MailFault fault)
            {
                return [.. keys.Select(key => new ActResult(key, fault.Kind is MailFaultKind.UidValidityChanged or MailFaultKind.NotFound ? ActFailure.Gone : ActFailure.Server, fault, null))];
            }
        }

        open.IsBegun = true;
        if (keys.Count > 0) done.AddRange(await LiveActions.ActAsync([account], intent.Action, keys, cancellation));
        return done;
    }

    /// <summary>The fault after which it is worth trying again; null when all is said.</summary>
    public static MailFault? Passing(IReadOnlyList<ActResult> results) =>
        results.FirstOrDefault(result => result is { Failure: ActFailure.Server, Fault.Then: Then.Retry or Then.Reconnect or Then.SignIn })?.Fault;
}
