using Pannier.Mail.Discovery;

namespace Pannier.Tests.Mail.Discovery;

/// <summary>DNS by heart.</summary>
internal sealed class FakeMailDns : IMailDns
{
    public Dictionary<string, ServiceRecord[]> Services { get; } = [];

    public Dictionary<string, string[]> Exchangers { get; } = [];

    public Dictionary<string, string[]> Texts { get; } = [];

    public bool IsSilent { get; set; }

    public async Task<IReadOnlyList<ServiceRecord>> ServicesAsync(string name, CancellationToken cancellation)
    {
        if (IsSilent) await Task.Delay(Timeout.Infinite, cancellation);
        return Services.GetValueOrDefault(name, []);
    }

    public Task<IReadOnlyList<string>> MailExchangersAsync(string domain, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(Exchangers.GetValueOrDefault(domain, []));

    public Task<IReadOnlyList<string>> TextsAsync(string name, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(Texts.GetValueOrDefault(name, []));
}
