using Pannier.Core.Sessions.Stores;
using Pannier.Tests.Support;

namespace Pannier.Tests.Core.Sessions.Stores;

public sealed class DatabaseSessionsTests : SessionStoreContract
{
    private protected override ISessionStore Open(KeptSite site) => new DatabaseSessions(site.Database, TimeProvider.System);
}
