namespace Pannier.Cli.Doctor;

/// <summary>One line of the doctor's: what was looked at, how it is and what to do.</summary>
internal sealed record Finding(Verdict Verdict, string Subject, string Text)
{
    public static Finding Ok(string subject, string text) => new(Verdict.Ok, subject, text);

    public static Finding Warn(string subject, string text) => new(Verdict.Warn, subject, text);

    public static Finding Fail(string subject, string text) => new(Verdict.Fail, subject, text);

    public override string ToString()
    {
        var word = Verdict switch { Verdict.Ok => "ok", Verdict.Warn => "warn", _ => "FAIL" };
        return $"{word,-4}  {Subject,-15}  {Text.ReplaceLineEndings(" ")}";
    }
}
