using Microsoft.Extensions.Logging;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;

namespace Pannier;

/// <summary>Makes IMAP stores and submissions for accounts.</summary>
internal sealed class OpenStores(Egress egress, ConnectionGovernor governor, ImapOptions options, TimeProvider clock, ILoggerFactory loggers) : IOpenStores
{
    public IMailStore Store(Login login, Secret password) =>
        new ImapStore(new ImapLogin(login.Address(), login.UserName, password), egress, governor, options, clock, loggers.CreateLogger<ImapStore>());

    public ISubmission Submission(Login login, Secret password) => throw new NotImplementedException();
}
