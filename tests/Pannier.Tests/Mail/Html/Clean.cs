using Pannier.Mail.Html;

namespace Pannier.Tests.Mail.Html;

/// <summary>Short ways to the sanitiser, for tests.</summary>
internal static class Clean
{
    public static Dictionary<string, string> NoPictures { get; } = [];

    // Time enough that a busy machine refuses nothing.
    private static readonly HtmlSanitizer Patient = new(new SanitizeBudget { Time = TimeSpan.FromMinutes(1) }, TimeProvider.System);

    public static Task<SanitizeResult> ResultAsync(string html, IReadOnlyDictionary<string, string>? cidUrls = null) =>
        Patient.SanitizeAsync(html, cidUrls ?? NoPictures, TestContext.Current.CancellationToken);

    public static async Task<SanitizeResult.Done> DoneAsync(string html, IReadOnlyDictionary<string, string>? cidUrls = null) =>
        Assert.IsType<SanitizeResult.Done>(await ResultAsync(html, cidUrls));

    public static async Task<string> HtmlAsync(string html, IReadOnlyDictionary<string, string>? cidUrls = null) => (await DoneAsync(html, cidUrls)).Html.ToString();

    public static async Task<SanitizeRefusal> RefusalAsync(string html) => Assert.IsType<SanitizeResult.Refused>(await ResultAsync(html)).Reason;
}
