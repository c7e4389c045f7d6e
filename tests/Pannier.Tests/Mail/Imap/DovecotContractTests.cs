namespace Pannier.Tests.Mail.Imap;

public sealed class DovecotContractTests(DovecotServer server) : StoreContract(server), IClassFixture<DovecotServer>;
