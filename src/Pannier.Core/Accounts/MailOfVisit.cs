using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pannier.Core.Accounts.Intents;
using Pannier.Core.Accounts.Keeping;
using Pannier.Core.Http;
using Pannier.Core.Records;
using Pannier.Core.Storage;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Core.Accounts;

/// <summary>The mail of the person this request or job works for.</summary>
internal sealed class MailOfVisit(Visit visit, SyncTurns turns, MirrorShelves? shelves, Database? database, Memory.MirrorsHere here, TimeProvider clock, ILoggerFactory logs, IHttpContextAccessor http)
{
    public PersonMail Get() => Of(visit.Required.Person).Used();

    private PersonMail Of(Sessions.Person person) => person.Attach(() => here.Add(person, new PersonMail(turns, Stores(), here, clock, logs)));

    private PersonStores? Stores()
    {
        var keyring = visit.Required.Keyring;
        return shelves is null || database is null ? null : new PersonStores(() => shelves.Open(keyring), new RecordsOf<KeptIntent>(database, () => keyring));
    }

    /// <summary>Whether a whole page is asked for, which no script will bring up to date before it is seen.</summary>
    public bool IsWholePage => http.HttpContext is { } context && !Answer.IsSwap(context.Request);
}
