namespace Pannier.Tests.Mail.Imap;

public sealed class OldDovecotContractTests(OldDovecotServer server) : StoreContract(server), IClassFixture<OldDovecotServer>;
