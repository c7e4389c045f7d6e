using Pannier.Tests.Mail.Lists;

namespace Pannier.Tests.Mail.Mirror;

public sealed class FakeSyncTests() : SyncContract(new FakeStoreServer());
