namespace Pannier.Core.Settings;

/// <summary>When an unused session ends, as a person wishes; never later than the site says.</summary>
public enum LockAfter
{
    /// <summary>When the site says (<c>Session:IdleLimit</c>).</summary>
    Site,
    FiveMinutes,
    TenMinutes,
    FifteenMinutes,
    ThirtyMinutes,
    OneHour,
    FourHours,
}
