using System.Reflection;
using Pannier.Tests.Support;
using Xunit.v3;

[assembly: Patience]

namespace Pannier.Tests.Support;

/// <summary>Ends the wait of a test that waits for what never comes: it then fails where it stood, instead of holding up the whole run.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PatienceAttribute : BeforeAfterTestAttribute
{
    /// <summary>Far longer than any test takes on a busy machine.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(4);

    private const string Key = "patience";

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = TestContext.Current;
        context.KeyValueStorage[Key] = new Timer(_ => context.CancelCurrentTest(), null, Most, Timeout.InfiniteTimeSpan);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.KeyValueStorage.TryRemove(Key, out var timer)) (timer as IDisposable)?.Dispose();
    }
}
