using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pannier.Core.Http.Reports;

/// <summary>Where browsers say what our policy made them refuse: a machine's route, without cookie, small, and bounded in number. It tells the log, and the browser nothing.</summary>
internal sealed class TakeReports(ReportBudget budget, ILogger<TakeReports> log)
{
    public const string Path = "/csp-report";

    /// <summary>What names it in <c>Reporting-Endpoints</c>.</summary>
    public const string Endpoint = "csp";

    private const int MostBytes = 16 * 1024;
    private const int MostEach = 5;

    public static Task AnswerAsync(HttpContext http) => http.RequestServices.GetRequiredService<TakeReports>().TakeAsync(http);

    private async Task TakeAsync(HttpContext http)
    {
        http.Response.StatusCode = await StatusAsync(http);
    }

    private async Task<int> StatusAsync(HttpContext http)
    {
        if (http.Request.ContentType?.Split(';')[0].Trim() is not ("application/csp-report" or "application/reports+json")) return StatusCodes.Status415UnsupportedMediaType;
        if (http.Request.ContentLength is not (> 0 and <= MostBytes)) return StatusCodes.Status413PayloadTooLarge;
        if (!budget.Take(http.Connection.RemoteIpAddress)) return StatusCodes.Status429TooManyRequests;
        BodyLimit.Set(http, MostBytes);

        var body = new byte[http.Request.ContentLength.Value];
        await http.Request.Body.ReadExactlyAsync(body, http.RequestAborted);
        foreach (var report in CspReport.Read(body, MostEach)) Log.Refused(log, report.Directive, report.Blocked, report.Page, report.Source);
        return StatusCodes.Status204NoContent;
    }
}
