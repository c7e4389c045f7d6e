using System.Runtime.ExceptionServices;

namespace Pannier.Mail.Imap;

internal sealed partial class ImapConnection
{
    /// <summary>Signs in once more; null for a connection that ends with its first line.</summary>
    public Func<CancellationToken, Task<ImapConnection>>? SignInAgain { get; set; }

    /// <summary>Whether a fault may be of one message whose answer MailKit does not take, and not of all the server says.</summary>
    private bool MayBeOfOneMessage(MailFault fault) => fault.Kind == MailFaultKind.Protocol && SignInAgain is not null;

    /// <summary>
    /// Goes on over a new line in the place of the old one, which is closed before, so that it counts against no ceiling twice.
    /// Nothing is selected on it.
    /// </summary>
    /// <exception cref="MailFault">The fault that ended the old line, where there is no new one: it came first, and whoever comes next meets the other.</exception>
    private async Task RenewAsync(MailFault fault, CancellationToken cancellation)
    {
        _client.Dispose();
        await _line.DisposeAsync();
        try
        {
            var fresh = await SignInAgain!(cancellation); // only faults for which MayBeOfOneMessage holds come here
            (_client, _line, _words, _quickResync, _selectedAs, _broken) = (fresh._client, fresh._line, fresh._words, fresh._quickResync, null, false);
        }
        catch (MailFault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }
}
