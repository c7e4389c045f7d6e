namespace Pannier.Tests.Support;

/// <summary>Dovecot and Postfix that let in by tokens alone, and the provider that gives them.</summary>
public sealed class TokenServers : IAsyncLifetime
{
    private readonly TempDirectory _directory = new();
    private IdentityProvider? _idp;
    private Postfix? _postfix;

    internal IdentityProvider Idp => _idp!; // made before any test runs

    public Postfix Postfix => _postfix!; // likewise

    public async ValueTask InitializeAsync()
    {
        Dovecot.OpenToAll(_directory.Path);
        _idp = await IdentityProvider.StartAsync();
        var file = _directory.File("oauth2.conf");
        await File.WriteAllTextAsync(file, $"""
            introspection_mode = post
            introspection_url = {_idp.Name}/introspect
            username_attribute = email
            active_attribute = active
            active_value = true

            """);
        _postfix = new Postfix($$"""
            auth_mechanisms = xoauth2 oauthbearer
            passdb {
              driver = oauth2
              mechanisms = xoauth2 oauthbearer
              args = {{file}}
            }
            """);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postfix is not null) await _postfix.DisposeAsync();
        if (_idp is not null) await _idp.DisposeAsync();
        _directory.Dispose();
    }
}
