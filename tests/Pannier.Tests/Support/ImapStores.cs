using Microsoft.Extensions.Logging.Abstractions;
using Pannier.Mail;
using Pannier.Mail.Imap;
using Pannier.Mail.Net;

namespace Pannier.Tests.Support;

/// <summary>Makes stores that may reach a loopback server.</summary>
public static class ImapStores
{
    public static Egress Egress(int port, string? authority = null, EgressOptions? options = null) => new(
        (options ?? new EgressOptions()) with
        {
            Allow = [$"localhost:{port}", $"127.0.0.1:{port}"],
            AllowClearText = ["localhost", "127.0.0.1"],
            TrustedCertificates = authority is null ? [] : [authority],
        },
        TimeProvider.System);

    public static ServerAddress Server(int port, ConnectionSecurity security = ConnectionSecurity.None) =>
        new(HostName.Read("localhost")!, Port.Of(port)!, security);

    public static ImapStore Open(
        int port, string user, string password, ConnectionSecurity security = ConnectionSecurity.None, string? authority = null,
        ImapOptions? options = null, ConnectionGovernor? governor = null, TimeProvider? time = null, EgressOptions? egress = null, Egress? gate = null)
    {
        options ??= new ImapOptions();
        time ??= TimeProvider.System;
        return new ImapStore(
            new ImapLogin(Server(port, security), user, Secret.Of(password)),
            gate ?? Egress(port, authority, egress),
            governor ?? new ConnectionGovernor(options, time, NullLogger<ConnectionGovernor>.Instance),
            options,
            time,
            NullLogger<ImapStore>.Instance);
    }

    public static ImapStore Open(Dovecot server, string user, ConnectionSecurity security = ConnectionSecurity.Tls, ImapOptions? options = null, ConnectionGovernor? governor = null) =>
        Open(security == ConnectionSecurity.Tls ? server.TlsPort : server.Port, user, Dovecot.Password, security, server.AuthorityFile, options, governor);

    public static Task<T> Use<T>(this IMailStore store, Func<IMailConnection, Task<T>> acts) =>
        store.UseAsync((connection, _) => acts(connection), TestContext.Current.CancellationToken);

    public static Task Use(this IMailStore store, Func<IMailConnection, Task> acts) =>
        store.UseAsync(
            async (connection, _) =>
            {
                await acts(connection);
                return true;
            },
            TestContext.Current.CancellationToken);
}
