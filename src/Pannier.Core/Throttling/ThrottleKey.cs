namespace Pannier.Core.Throttling;

/// <summary>What failed tries are counted for.</summary>
/// <param name="Name">Whom, or from where; kept as a hash under the site key.</param>
/// <param name="Free">Failures that cost nothing.</param>
/// <param name="ForgetAfter">Time without a failure after which all are forgotten.</param>
/// <param name="IsOwn">Whether success ends it; else success takes back only its own try.</param>
/// <param name="Longest">The longest wait.</param>
internal sealed record ThrottleKey(string Name, int Free, TimeSpan ForgetAfter, bool IsOwn, TimeSpan Longest);
