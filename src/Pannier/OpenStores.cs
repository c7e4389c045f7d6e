using Microsoft.Extensions.Logging;
using Pannier.Core.Accounts;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;
using Pannier.Mail.Smtp;

namespace Pannier;

/// <summary>Makes IMAP stores and submissions for accounts.</summary>
internal sealed class OpenStores(Egress egress, ConnectionGovernor governor, ImapOptions options, SmtpOptions smtp, TimeProvider clock, ILoggerFactory loggers) : IOpenStores
{
    public IMailStore Store(Login login, LoginProof proof) =>
        new ImapStore(new ImapLogin(login.Address(), login.UserName, proof), egress, governor, options, clock, loggers.CreateLogger<ImapStore>());

    public ISubmission Submission(Login login, LoginProof proof) =>
        new SmtpSubmission(new SmtpLogin(login.Address(), login.UserName, proof), egress, smtp, clock, loggers.CreateLogger<SmtpSubmission>());
}
