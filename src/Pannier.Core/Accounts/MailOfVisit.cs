using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pannier.Core.Http;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Core.Accounts;

/// <summary>The mail of the person this request or job works for.</summary>
internal sealed class MailOfVisit(Visit visit, SyncTurns turns, TimeProvider clock, ILoggerFactory logs, IHttpContextAccessor http)
{
    public PersonMail Get() => visit.Required.Person.Attach(() => new PersonMail(turns, clock, logs));

    /// <summary>Whether a whole page is asked for, which no script will bring up to date before it is seen.</summary>
    public bool IsWholePage => http.HttpContext is { } context && !Answer.IsSwap(context.Request);
}
