using Pannier.Core.Accounts;
using Pannier.Core.Records;
using Pannier.Mail;
using Pannier.Mail.Calendar;

namespace Pannier.Modules.Invitations;

/// <summary>Finds as whom an invitation is answered: the identity that was invited, else the account's own.</summary>
internal sealed class Answerer(IMyMail mail, IMyRecords<Identity> identities)
{
    /// <returns>Null when the account is gone.</returns>
    public async Task<AnswersAs?> OfAsync(AccountId account, Invitation invitation, CancellationToken cancellation)
    {
        if ((await mail.AccountsAsync(cancellation)).FirstOrDefault(one => one.Id == account) is not { } own) return null;

        var mine = new List<(EmailAddress Address, bool IsDefault)>();
        await foreach (var record in identities.AllAsync(cancellation))
            if (record.Value.Account == account) mine.Add((new EmailAddress(record.Value.Name, record.Value.Address), record.Value.IsDefault));
        if (mine.Count == 0) mine.Add((new EmailAddress(null, own.Address), true));

        var invited = mine.FirstOrDefault(one => invitation.Attendees.Any(attendee => AddrSpec.Read(attendee.Who.Address) is { } address && address.Equals(AddrSpec.Read(one.Address.Address))));
        return invited.Address is { } found ? new AnswersAs(found, IsInvited: true) : new AnswersAs(mine.OrderByDescending(one => one.IsDefault).First().Address, IsInvited: false);
    }
}
