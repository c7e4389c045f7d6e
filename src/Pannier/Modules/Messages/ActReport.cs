using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;

namespace Pannier.Modules.Messages;

/// <summary>Names the messages an action was not done to, by subject where it can still be read.</summary>
internal sealed class ActReport(IMyMail mail)
{
    private const int Named = 100;

    public async Task<IReadOnlyList<FailedMessage>> DescribeAsync(IReadOnlyList<ActResult> failed, CancellationToken cancellation)
    {
        var accounts = await mail.AccountsAsync(cancellation);
        var (messages, silent) = (new List<FailedMessage>(), new HashSet<AccountId>());
        foreach (var result in failed)
        {
            var subject = messages.Count < Named ? await SubjectAsync(result.Key, silent, cancellation) : null;
            messages.Add(new FailedMessage(subject, accounts.FirstOrDefault(account => account.Id == result.Key.Account)?.Name ?? "", Why(result), MessageUrl.Of(result.Key, null)));
        }

        return messages;
    }

    /// <param name="silent">Accounts that did not answer while this report was made: not asked again, for each asking may take its whole time.</param>
    private async Task<string?> SubjectAsync(MessageKey key, HashSet<AccountId> silent, CancellationToken cancellation)
    {
        if (silent.Contains(key.Account)) return null;
        try
        {
            return await mail.OpenAsync(key, cancellation) is { Head.Row.Envelope.Subject: { Length: > 0 } subject } ? UntrustedText.Show(subject) : null;
        }
        catch (MailFault)
        {
            silent.Add(key.Account);
            return null; // its own failure is told already
        }
    }

    private static Said Why(ActResult result) => result switch
    {
        { Failure: ActFailure.Server, Fault: { } fault } => FaultTexts.Say(fault),
        { Failure: { } failure } => Said.Of("act.failure." + Choice.Name(failure)),
        _ => throw new InvalidOperationException("not a failure"),
    };
}
